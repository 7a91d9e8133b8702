import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DraftDone } from '@/components/host/draft-done'
import { GuestRow } from '@/components/host/guest-row'
import { OrganizerPanel } from '@/components/host/organizer-panel'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { type GuestList, guestList } from '@/lib/events/guests/queries'
import { hostedEvent } from '@/lib/events/hosted/queries'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { Link } from '@/lib/i18n/navigation'
import { slugify } from '@/lib/slug'
import { removeGuestAction } from './actions'

type Props = PageProps<'/[locale]/host/[id]'>

/** What was just done, as the address of the page says it. */
const DONE = ['published', 'saved', 'told', 'cancelled', 'removed', 'promoted'] as const

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
  const t = await getTranslations('host.guests')
  const done = DONE.find((word) => word === query.done)
  const cancelled = event.status === 'cancelled'
  const open = !cancelled && event.endsAt > now()
  const page = `/events/${id}/${slugify(event.title)}`
  const day = dayInFull(event.startsAt, event.timeZone, locale, now())
  return (
    <Page>
      <PageHeader title={event.title} back={{ href: '/host', label: t('back') }} />
      <div className="flex flex-col gap-6">
        {done && (
          <div role="status">
            <Notice tone="good">{t(`done.${done}`)}</Notice>
          </div>
        )}
        {done && <DraftDone draft={done === 'published' ? 'new' : id} />}
        {cancelled && done !== 'cancelled' && <Notice tone="danger">{t('cancelled')}</Notice>}
        <p>
          <span className="block text-lg first-letter:uppercase">
            {day}, {timeOfDay(event.startsAt, event.timeZone, locale)}
          </span>
          <span className="block text-muted">
            {[event.placeName, event.address, event.city].filter(Boolean).join(', ') || event.onlineUrl}
          </span>
          <Link href={page} className="inline-flex min-h-11 items-center font-semibold text-accent underline">
            {t('seePage')}
          </Link>
        </p>
        <Guests {...{ list, open }} capacity={event.capacity} eventId={id} />
        <OrganizerPanel event={event} url={`${env().appUrl}/${locale}${page}`} open={open} here />
      </div>
    </Page>
  )
}

type GuestsProps = { list: GuestList; open: boolean; capacity: number | null; eventId: string }

async function Guests({ list: { going, waiting, held }, open, capacity, eventId }: GuestsProps) {
  const t = await getTranslations('host.guests')
  const remove = open ? removeGuestAction : undefined
  if (going.length + waiting.length + held === 0) {
    return <EmptyState icon="people" title={t('nobody')} text={open ? t('nobodyText') : undefined} />
  }
  return (
    <Card className="flex flex-col gap-4">
      <section>
        <h2 className="text-xl">
          {t('going', { count: going.length })}
          {capacity !== null && <span className="text-muted"> {t('of', { capacity })}</span>}
        </h2>
        <ul className="divide-y divide-line">
          {going.map((guest) => (
            <GuestRow key={guest.freelancerId} {...{ guest, eventId, remove }} />
          ))}
        </ul>
        {held > 0 && <p className="mt-2 text-muted text-sm">{t('held', { held })}</p>}
      </section>
      {waiting.length > 0 && (
        <section>
          <h2 className="text-xl">{t('waiting', { count: waiting.length })}</h2>
          <p className="text-muted text-sm">{t('waitingText')}</p>
          <ul className="divide-y divide-line">
            {waiting.map((guest, index) => (
              <GuestRow key={guest.freelancerId} {...{ guest, eventId, remove }} place={index + 1} />
            ))}
          </ul>
        </section>
      )}
    </Card>
  )
}
