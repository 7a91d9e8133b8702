import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CancelForm } from '@/components/host/cancel-form'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { guestList } from '@/lib/events/guests/queries'
import { hostedEvent } from '@/lib/events/hosted/queries'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { cancelAction } from './actions'

type Props = PageProps<'/[locale]/host/[id]/cancel'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('host.cancel')
  return { title: t('title'), robots: { index: false } }
}

export default async function CancelEventPage({ params }: Props) {
  const [{ id }, locale] = await Promise.all([params, getLocale()])
  const actor = await requireActor(locale, `/${locale}/host/${id}/cancel`)
  const event = await hostedEvent(actor, id)
  const list = event && (await guestList(actor, id))
  if (!event || !list || event.status === 'draft') notFound()
  const t = await getTranslations('host.cancel')
  const when = `${dayInFull(event.startsAt, event.timeZone, locale, now())}, ${timeOfDay(event.startsAt, event.timeZone, locale)}`
  const closed = event.status === 'cancelled' ? 'already' : event.endsAt <= now() ? 'over' : null
  return (
    <Page width="narrow">
      <PageHeader
        title={t('question', { title: event.title })}
        intro={closed ? undefined : t('intro', { when })}
        back={{ href: `/host/${id}`, label: event.title }}
      />
      {closed ? (
        <Notice>{t(closed)}</Notice>
      ) : (
        <CancelForm
          action={cancelAction}
          eventId={id}
          told={list.going.length + list.waiting.length}
          inSeries={event.seriesId !== null}
        />
      )}
    </Page>
  )
}
