import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { type Outing, OutingCard } from '@/components/rsvps/outing-card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { type OutingCard as OutingRow, outings } from '@/lib/rsvps/queries'
import { slugify } from '@/lib/slug'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outings')
  return { title: t('title'), robots: { index: false } }
}

export default async function OutingsPage() {
  const t = await getTranslations('outings')
  const actor = await currentActor()
  if (!actor) {
    const returnTo = `/${await getLocale()}/outings`
    return (
      <Page>
        <PageHeader title={t('title')} />
        <EmptyState icon="outings" title={t('signInTitle')} text={t('signInText')}>
          <LinkButton href={{ pathname: '/sign-in', query: { returnTo } }} variant="primary">
            {t('signIn')}
          </LinkButton>
          <LinkButton href="/">{t('emptyAction')}</LinkButton>
        </EmptyState>
      </Page>
    )
  }
  const { coming, waiting, past } = await outings(actor.id)
  return (
    <Page>
      <PageHeader title={t('title')} intro={t('intro')} />
      {coming.length + waiting.length === 0 ? (
        <EmptyState icon="coffee" title={t('emptyTitle')} text={t('emptyText')}>
          <LinkButton href="/" variant="primary">
            {t('emptyAction')}
          </LinkButton>
          <LinkButton href="/agenda">{t('emptyAgenda')}</LinkButton>
          <LinkButton href="/host/new">{t('emptyHost')}</LinkButton>
        </EmptyState>
      ) : null}
      <Section title={t('coming')} rows={coming} />
      <Section title={t('waiting')} note={t('allWaiting')} rows={waiting} />
      <Section title={t('past')} rows={past} />
    </Page>
  )
}

async function Section({ title, note, rows }: { title: string; note?: string; rows: OutingRow[] }) {
  if (rows.length === 0) return null
  const locale = await getLocale()
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{title}</h2>
      {note && <p className="mb-3 text-muted">{note}</p>}
      <ul className="flex flex-col gap-3">
        {rows.map((row) => (
          <li key={row.id}>
            <OutingCard outing={outingOf(row, locale)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function outingOf(row: OutingRow, locale: 'fr' | 'en'): Outing {
  const day = dayInFull(row.startsAt, row.timeZone, locale, now())
  return {
    href: `/events/${row.id}/${slugify(row.title)}`,
    title: row.title,
    when: `${day}, ${timeOfDay(row.startsAt, row.timeZone, locale)}`,
    where: [row.placeName, row.city].filter(Boolean).join(', '),
    organizerName: row.organizerName,
    cancelled: row.cancelled,
    status: row.status,
    place: row.place,
  }
}
