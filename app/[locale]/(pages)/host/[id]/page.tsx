import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { doAgainAction } from '@/app/[locale]/(pages)/host/[id]/after/actions'
import {
  discardDraftAction,
  keepDraftAction,
  publishDraftAction,
  publishLaterAction,
  saveTemplateAction,
} from '@/app/[locale]/(pages)/host/[id]/draft/actions'
import { AfterPanel } from '@/components/host/after-panel'
import { DraftDone } from '@/components/host/draft-done'
import { DraftPanel } from '@/components/host/draft-panel'
import { Guests } from '@/components/host/guests'
import { OrganizerPanel } from '@/components/host/organizer-panel'
import { SaveTemplate } from '@/components/host/save-template'
import { SeriesPanel } from '@/components/series/series-panel'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { attendance } from '@/lib/events/after/queries'
import { howManyCame } from '@/lib/events/after/rules'
import { doorState } from '@/lib/events/checkin/rules'
import { guestList } from '@/lib/events/guests/queries'
import { hostedEvent } from '@/lib/events/hosted/queries'
import { nextTime } from '@/lib/events/hosted/rules'
import { proposedMoment } from '@/lib/events/publishing/rules'
import { seriesOf } from '@/lib/events/series/queries'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { isHome } from '@/lib/homes/rules'
import { Link } from '@/lib/i18n/navigation'
import { slugify } from '@/lib/slug'
import { admitGuestAction, removeGuestAction } from './actions'

type Props = PageProps<'/[locale]/host/[id]'>

const KEPT = ['drafted', 'later', 'kept', 'template'] as const
/** What was just done, as the address of the page says it. */
const DONE = ['published', 'saved', 'told', 'cancelled', 'removed', 'promoted', 'admitted', ...KEPT] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('host.guests')
  return { title: t('title'), robots: { index: false } }
}

export default async function GuestsPage({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const actor = await requireActor(locale, `/${locale}/host/${id}`)
  const event = await hostedEvent(actor, id)
  const list = event && (await guestList(actor, id))
  if (!event || !list) notFound()
  const [series, t] = await Promise.all([seriesOf(event, null, now()), getTranslations('host.guests')])
  const done = DONE.find((word) => word === query.done)
  const cancelled = event.status === 'cancelled'
  const draft = event.status === 'draft'
  const open = !cancelled && event.endsAt > now()
  const over = event.status === 'published' && !open
  const again = over && !(series && !series.ended) ? nextTime(event, now()) : null
  const atDoor = doorState(event, now()) === 'open'
  const checkin = await getTranslations('checkin')
  const attended = over ? await attendance(id) : null
  const page = `/events/${id}/${slugify(event.title)}`
  const inWords = (at: Date) =>
    `${dayInFull(at, event.timeZone, locale, now())}, ${timeOfDay(at, event.timeZone, locale)}`
  return (
    <Page>
      <PageHeader title={event.title} back={{ href: '/host', label: t('back') }} />
      <div className="flex flex-col gap-6">
        {done && (
          <div role="status">
            <Notice tone="good">{t(`done.${done}`)}</Notice>
          </div>
        )}
        {done && <DraftDone draft={done === 'published' || done === 'drafted' ? 'new' : id} />}
        {cancelled && done !== 'cancelled' && <Notice tone="danger">{t('cancelled')}</Notice>}
        <p>
          <span className="block text-lg first-letter:uppercase">{inWords(event.startsAt)}</span>
          <span className="block text-muted">
            {[event.placeName, event.address, event.city].filter(Boolean).join(', ') || event.onlineUrl}
          </span>
          <Link href={page} className="inline-flex min-h-11 items-center font-semibold text-accent underline">
            {t('seePage')}
          </Link>
        </p>
        {atDoor && !over && (
          <LinkButton href={`/host/${id}/checkin`} variant="primary" className="w-full text-lg">
            <Icon name="check" />
            {checkin('link')}
          </LinkButton>
        )}
        {event.unlisted && !cancelled && <Notice>{t('unlisted')}</Notice>}
        {draft && (
          <DraftPanel
            eventId={id}
            goesOut={event.publishAt && inWords(event.publishAt)}
            proposed={proposedMoment(event, now())}
            actions={{
              publish: publishDraftAction,
              later: publishLaterAction,
              keep: keepDraftAction,
              discard: discardDraftAction,
            }}
          />
        )}
        {attended && (
          <AfterPanel
            eventId={id}
            {...howManyCame(attended)}
            missing={attended.missing}
            again={again && inWords(again)}
            action={doAgainAction}
          />
        )}
        {!draft && (
          <Guests
            list={list}
            event={event}
            remove={open ? removeGuestAction : undefined}
            admit={open ? admitGuestAction : undefined}
          />
        )}
        <OrganizerPanel
          home={isHome(event.kind)}
          event={event}
          url={`${env().appUrl}/${locale}${page}`}
          open={open && !draft}
          here
          door={atDoor && over}
        />
        {series && <SeriesPanel series={series} now={now()} actions={null} hosting />}
        <SaveTemplate
          key={query.done === 'template' ? 'kept' : ''}
          eventId={id}
          title={event.title}
          action={saveTemplateAction}
        />
      </div>
    </Page>
  )
}
