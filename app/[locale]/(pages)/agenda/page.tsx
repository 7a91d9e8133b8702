import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AgendaDays } from '@/components/events/agenda-days'
import { AgendaFilters } from '@/components/events/agenda-filters'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { upcomingEvents } from '@/lib/events/queries'
import { aroundView } from '@/lib/geo/bbox'
import { timeZoneAt } from '@/lib/geo/zone'
import { alternates } from '@/lib/i18n/alternates'
import { DEFAULT_VIEW, toSearch } from '@/lib/map/rules'
import { explorePageSchema, filtersSchema } from '@/lib/map/schema'
import { searchTowns } from '@/lib/towns/queries'

type Props = PageProps<'/[locale]/agenda'>

const PAGE = 24

/** About 35 km either way: what one goes to from a town. */
const REACH = { zoom: 10, width: 640, height: 640 }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agenda')
  return { title: t('title'), alternates: alternates(await getLocale(), '/agenda') }
}

export default async function AgendaPage({ searchParams }: Props) {
  const params = await searchParams
  const { q, cursor } = explorePageSchema.parse(params)
  const asked = filtersSchema.parse(params)
  const filters = { ...asked, show: ['events' as const] }
  const [town] = q ? await searchTowns(q, { limit: 1, loosely: true }) : []
  const at = now()
  const { events, next } = await upcomingEvents({
    bbox: town ? aroundView({ ...town, zoom: REACH.zoom }, REACH) : null,
    filters,
    now: at,
    timeZone: timeZoneAt(town ?? DEFAULT_VIEW),
    viewerId: (await currentActor())?.id ?? null,
    near: town ?? null,
    limit: PAGE,
    cursor,
  })
  const t = await getTranslations('agenda')
  const pathTo = (page: string | null) => {
    const search = toSearch(null, asked, { q, cursor: page })
    return search ? `/agenda?${search}` : '/agenda'
  }
  return (
    <Page width="wide">
      <PageHeader title={t('title')} intro={town ? t('introNear', { town: town.name }) : t('intro')}>
        <LinkButton href="/groups">
          <Icon name="people" />
          {t('groups')}
        </LinkButton>
      </PageHeader>
      <AgendaFilters filters={filters} q={q} />
      {q && !town && (
        <div className="mb-6">
          <Notice>{t('unknownTown', { text: q })}</Notice>
        </div>
      )}
      {events.length === 0 ? (
        <EmptyState icon="calendar" title={t('emptyTitle')} text={t('emptyText')}>
          <LinkButton href="/agenda" variant="primary">
            {t('everything')}
          </LinkButton>
          <LinkButton href="/host/new">{t('start')}</LinkButton>
        </EmptyState>
      ) : (
        <AgendaDays events={events} now={at} />
      )}
      <nav aria-label={t('pages')} className="mt-8 flex flex-wrap justify-center gap-3 empty:hidden">
        {cursor && <LinkButton href={pathTo(null)}>{t('first')}</LinkButton>}
        {next && <LinkButton href={pathTo(next)}>{t('more')}</LinkButton>}
      </nav>
    </Page>
  )
}
