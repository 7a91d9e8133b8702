import { setTimeout as wait } from 'node:timers/promises'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AgendaDays } from '@/components/events/agenda-days'
import { AgendaFilters } from '@/components/events/agenda-filters'
import { Found } from '@/components/search/found'
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
import type { Locale } from '@/lib/i18n/routing'
import { readFilters, readPage, toSearch } from '@/lib/map/address/rules'
import { DEFAULT_VIEW } from '@/lib/map/rules'
import { search } from '@/lib/search/commands'
import { bestOf, isSpot, viewOf } from '@/lib/search/rules'
import type { Hit } from '@/lib/search/schema'

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
  const { q, cursor } = readPage(params)
  const asked = readFilters(params)
  const filters = { ...asked, show: ['events' as const] }
  const at = now()
  const viewerId = (await currentActor())?.id ?? null
  const language = (await getLocale()) as Locale
  const results = q
    ? await search(
        { text: q, near: null, language, viewerId, now: at, typing: false },
        { addresses: true, wait },
      )
    : null
  const best = results && bestOf(results)
  const spot = best && isSpot(best) ? viewOf(best) : null
  const { events, next } = await upcomingEvents({
    bbox: spot ? aroundView({ ...spot, zoom: REACH.zoom }, REACH) : null,
    filters,
    now: at,
    timeZone: timeZoneAt(spot ?? DEFAULT_VIEW),
    viewerId,
    near: spot,
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
      <PageHeader title={t('title')} intro={best && spot ? t('introNear', { town: best.title }) : t('intro')}>
        <LinkButton href="/groups">
          <Icon name="people" />
          {t('groups')}
        </LinkButton>
      </PageHeader>
      <AgendaFilters filters={filters} q={q} />
      {results && best && !spot && <Found text={q} results={results} open hrefOf={hrefOf} now={at} />}
      {results && !best && (
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

/** What is somewhere rather than something is looked at in the agenda. */
const hrefOf = (hit: Hit) =>
  hit.type === 'space' || hit.type === 'event' ? hit.href : `/agenda?${new URLSearchParams({ q: hit.title })}`
