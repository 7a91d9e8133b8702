import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { now } from '@/lib/clock'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { rsvpOfToken } from '@/lib/rsvps/queries'
import { confirmPage } from '@/lib/rsvps/rules'
import { slugify } from '@/lib/slug'
import { confirmFromMail } from './actions'

type Props = PageProps<'/[locale]/confirm/[token]'>

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where the mail of an offered seat leads: a button, because mail scanners open links. */
export default async function ConfirmPage({ params }: Props) {
  const { token } = await params
  const [t, locale, rsvp] = await Promise.all([getTranslations('confirm'), getLocale(), rsvpOfToken(token)])
  const state = confirmPage(rsvp, now())
  const event = rsvp?.event
  const path = event && `/events/${event.id}/${slugify(event.title)}`
  if (event && path && state === 'ask' && rsvp.heldUntil) {
    const until = timeOfDay(rsvp.heldUntil, event.timeZone, locale)
    const day = dayInFull(event.startsAt, event.timeZone, locale, now())
    return (
      <Page width="narrow">
        <PageHeader title={t('question', { title: event.title })} intro={t('text', { time: until })} />
        <p className="mb-6">
          {day}, {timeOfDay(event.startsAt, event.timeZone, locale)}
          <span className="block text-muted">{[event.placeName, event.city].filter(Boolean).join(', ')}</span>
        </p>
        <form action={confirmFromMail} className="mb-3">
          <input type="hidden" name="token" value={token} />
          <SubmitButton variant="primary" className="w-full text-lg" pending={t('pending')}>
            {t('confirm')}
          </SubmitButton>
        </form>
        <LinkButton href={`/leave/${token}`} className="w-full">
          {t('leave')}
        </LinkButton>
      </Page>
    )
  }
  const ending = state === 'ask' ? 'lapsed' : state
  return (
    <Page width="narrow">
      <PageHeader title={t(`${ending}Title`)} intro={t(`${ending}Text`)} />
      <div className="flex flex-wrap gap-2">
        {path && (
          <LinkButton href={path} variant="primary">
            {t('event')}
          </LinkButton>
        )}
        <LinkButton href="/">{t('others')}</LinkButton>
      </div>
    </Page>
  )
}
