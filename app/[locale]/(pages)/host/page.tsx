import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { type Hosted, HostedCard } from '@/components/host/hosted-card'
import { OtherDates } from '@/components/host/other-dates'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { type HostedEvent, hostedEvents } from '@/lib/events/hosted/queries'
import { bySeries } from '@/lib/events/hosted/rules'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('host')
  return { title: t('title'), robots: { index: false } }
}

export default async function HostPage() {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/host`)
  const t = await getTranslations('host')
  const { drafts, coming, past } = await hostedEvents(actor, now())
  const cards = (events: HostedEvent[]) => events.map((event) => cardOf(event, locale, t('online')))
  return (
    <Page>
      <PageHeader title={t('title')} back={{ href: '/me', label: t('toMe') }}>
        <LinkButton href="/host/new" variant="primary">
          <Icon name="plus" />
          {t('publishLink')}
        </LinkButton>
      </PageHeader>
      {coming.length + drafts.length === 0 && (
        <EmptyState icon="coffee" title={t('emptyTitle')} text={t('emptyText')}>
          <LinkButton href="/host/new">{t('emptyAction')}</LinkButton>
        </EmptyState>
      )}
      <Section title={t('drafts')} events={cards(drafts)} />
      <Section title={t('coming')} events={cards(coming)} coming />
      <Section title={t('past')} events={cards(past)} />
      <LinkButton href="/host/templates" variant="plain">
        {t('templatesLink')}
      </LinkButton>
    </Page>
  )
}

function Section({ title, events, coming = false }: { title: string; events: Hosted[]; coming?: boolean }) {
  if (events.length === 0) return null
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{title}</h2>
      <ul className="flex flex-col gap-3">
        {bySeries(events).map(({ first, others }) => (
          <li key={first.id}>
            <HostedCard event={first} coming={coming}>
              <OtherDates events={others} />
            </HostedCard>
          </li>
        ))}
      </ul>
    </section>
  )
}

function cardOf(event: HostedEvent, locale: 'fr' | 'en', online: string): Hosted {
  const { startsAt, timeZone, seatsTaken, status, placeName, city, publishAt } = event
  const where = [placeName, city].filter(Boolean).join(', ')
  return {
    ...event,
    when: `${dayInFull(startsAt, timeZone, locale, now())}, ${timeOfDay(startsAt, timeZone, locale)}`,
    where: where || (event.onlineUrl ? online : ''),
    going: seatsTaken,
    cancelled: status === 'cancelled',
    draft: status === 'draft',
    goesOut:
      publishAt &&
      `${dayInFull(publishAt, timeZone, locale, now())}, ${timeOfDay(publishAt, timeZone, locale)}`,
  }
}
