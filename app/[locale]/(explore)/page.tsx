import { setTimeout as wait } from 'node:timers/promises'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { dropAction } from '@/app/[locale]/(pages)/wishes/actions'
import { Chips } from '@/components/explore/chips'
import { Explore } from '@/components/explore/explore'
import { FilterPanel } from '@/components/explore/filter-panel'
import { type Because, Heading, Reason } from '@/components/explore/heading'
import { NearMe } from '@/components/explore/near-me'
import { Results } from '@/components/explore/results'
import { SearchBox } from '@/components/explore/search-box'
import { waysFrom } from '@/components/explore/ways'
import { Found } from '@/components/search/found'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { alternates } from '@/lib/i18n/alternates'
import type { Locale } from '@/lib/i18n/routing'
import { readFilters, readPage, readRememberedView, readView, toSearch } from '@/lib/map/address/rules'
import { around, openingView } from '@/lib/map/explore/queries'
import type { SearchParams, View } from '@/lib/map/terms'
import { tilesWithin } from '@/lib/map/tiles/queries'
import { search } from '@/lib/search/commands'
import { bestOf, isSpot, viewOf } from '@/lib/search/rules'
import type { Results as SearchResults } from '@/lib/search/schema'

type Props = PageProps<'/[locale]'>

const PANEL = 'filters'

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: alternates(await getLocale(), '') }
}

export default async function ExplorePage({ searchParams }: Props) {
  const params = await searchParams
  const filters = readFilters(params)
  const { q, cursor, at, me } = readPage(params)
  const viewer = await currentActor()
  const { view, because, explicit, results } = await place(params, q, me, viewer?.id ?? null)
  const best = results && bestOf(results)
  const [found, sent] = await Promise.all([
    around({ view, filters, cursor, at, viewer, now: now() }),
    tilesWithin(view, filters, now()),
  ])
  const t = await getTranslations('explore')
  const { basemapUrl, basemapAttribution } = env()
  return (
    <Explore
      listed={view}
      basemap={{ url: basemapUrl, attribution: basemapAttribution }}
      sent={sent}
      here={because === 'me' ? view : null}
      mapLabel={t('mapLabel')}
      search={
        <div className="relative flex gap-2">
          <SearchBox key={q} q={q} now={now()} />
          <NearMe />
        </div>
      }
      heading={<Heading town={found.town} because={because} />}
      chips={<Chips panelId={PANEL} />}
    >
      <Reason because={because} unknown={results && !best ? q : null} />
      {results && best && isWorthAList(results) && (
        <Found
          text={q}
          results={results}
          open={!isSpot(best)}
          now={now()}
          hrefOf={(hit) =>
            hit.type === 'space' || hit.type === 'event'
              ? hit.href
              : `/?${toSearch(viewOf(hit), filters, { q: hit.title })}`
          }
        />
      )}
      <Results
        around={found}
        ways={waysFrom(explicit ? view : null, view, filters)}
        now={now()}
        dropWish={dropAction}
      />
      <FilterPanel id={PANEL} />
    </Explore>
  )
}

type Place = { view: View; because: Because; explicit: boolean; results: SearchResults | null }

/** Where to look: what the URL says, what was searched for, the last visit, and else where the page opens by itself. */
async function place(params: SearchParams, q: string, me: boolean, viewerId: string | null): Promise<Place> {
  const asked = readView(params)
  if (asked) return { view: asked, because: me ? 'me' : 'asked', explicit: true, results: null }
  const last = readRememberedView((await cookies()).get('view')?.value)
  const language = (await getLocale()) as Locale
  const results = q
    ? await search(
        { text: q, near: last, language, viewerId, now: now(), typing: false },
        { addresses: true, wait },
      )
    : null
  const best = results && bestOf(results)
  const view = best && viewOf(best)
  if (view) return { view, because: 'asked', explicit: true, results }
  if (last) return { view: last, because: 'remembered', explicit: false, results }
  return { view: await openingView(now()), because: 'opening', explicit: false, results }
}

/** A single town needs no list: the page is about it. */
const isWorthAList = ({ groups }: SearchResults) =>
  groups.length > 1 || (groups[0]?.hits.length ?? 0) > 1 || groups[0]?.type !== 'town'
