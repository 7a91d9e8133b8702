import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { now } from '@/lib/clock'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { rsvpOfToken } from '@/lib/rsvps/queries'
import { leavePage } from '@/lib/rsvps/rules'
import { slugify } from '@/lib/slug'
import { leaveFromMail, quietFromMail } from './actions'

type Props = PageProps<'/[locale]/leave/[token]'>
type Rsvp = NonNullable<Awaited<ReturnType<typeof rsvpOfToken>>>

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where a mail's link leads: no signing in, but a button, because mail scanners open links. */
export default async function LeavePage({ params, searchParams }: Props) {
  const { token } = await params
  const { done } = await searchParams
  const rsvp = await rsvpOfToken(token)
  const state = leavePage(rsvp, now())
  if (!rsvp || state === 'unknown') return <Message state="unknown" />
  if (state === 'ask') return <Question rsvp={rsvp} token={token} />
  if (state === 'already' && done === 'promoted') return <Message state="donePromoted" rsvp={rsvp} />
  if (state === 'already' && done === 'left') return <Message state="done" rsvp={rsvp} />
  return <Message state={state} rsvp={rsvp} />
}

const eventPath = ({ event }: Rsvp) => `/events/${event.id}/${slugify(event.title)}`

async function Question({ rsvp, token }: { rsvp: Rsvp; token: string }) {
  const t = await getTranslations('leave')
  const locale = await getLocale()
  const { event, status, quiet } = rsvp
  const waiting = status === 'waitlisted'
  const day = dayInFull(event.startsAt, event.timeZone, locale, now())
  const where = [event.placeName, event.city].filter(Boolean).join(', ')
  return (
    <Page width="narrow">
      <PageHeader
        title={t(waiting ? 'queueQuestion' : 'question', { title: event.title })}
        intro={t('text')}
      />
      <p className="mb-6">
        {day}, {timeOfDay(event.startsAt, event.timeZone, locale)}
        {where && <span className="block text-muted">{where}</span>}
      </p>
      <form action={leaveFromMail} className="mb-3">
        <input type="hidden" name="token" value={token} />
        <SubmitButton variant="primary" className="w-full text-lg" pending={t('pending')}>
          {t(waiting ? 'queueConfirm' : 'confirm')}
        </SubmitButton>
      </form>
      <LinkButton href={eventPath(rsvp)} className="w-full">
        {t('keep')}
      </LinkButton>
      <div className="mt-8 border-line border-t pt-5">
        {quiet ? (
          <Notice>{t('quietDone')}</Notice>
        ) : (
          <form action={quietFromMail} className="flex flex-col items-start gap-2">
            <input type="hidden" name="token" value={token} />
            <p className="text-muted text-sm">{t('quietText')}</p>
            <SubmitButton pending={t('pending')}>{t('quiet')}</SubmitButton>
          </form>
        )}
      </div>
    </Page>
  )
}

type Ending = 'unknown' | 'already' | 'over' | 'cancelled' | 'done' | 'donePromoted'

async function Message({ state, rsvp }: { state: Ending; rsvp?: Rsvp }) {
  const t = await getTranslations('leave')
  const title = state === 'donePromoted' ? t('doneTitle') : t(`${state}Title`)
  const text = state === 'donePromoted' ? t('donePromoted') : t(`${state}Text`)
  return (
    <Page width="narrow">
      <PageHeader title={title} intro={text} />
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/" variant="primary">
          {t('others')}
        </LinkButton>
        {rsvp && <LinkButton href={eventPath(rsvp)}>{t('event')}</LinkButton>}
      </div>
    </Page>
  )
}
