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
import { TownSearch } from '@/components/explore/town-search'
import { waysFrom } from '@/components/explore/ways'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { alternates } from '@/lib/i18n/alternates'
import { around, openingView } from '@/lib/map/explore/queries'
import {
  explorePageSchema,
  filtersSchema,
  rememberedViewSchema,
  type SearchParams,
  type View,
  viewSchema,
} from '@/lib/map/schema'
import { searchTowns } from '@/lib/towns/queries'

type Props = PageProps<'/[locale]'>

const TOWN_ZOOM = 13
const PANEL = 'filters'

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: alternates(await getLocale(), '') }
}

export default async function ExplorePage({ searchParams }: Props) {
  const params = await searchParams
  const filters = filtersSchema.parse(params)
  const { q, cursor, at, me } = explorePageSchema.parse(params)
  const { view, because, explicit, unknown } = await place(params, q, me)
  const viewer = await currentActor()
  const found = await around({ view, filters, cursor, at, viewer, now: now() })
  const t = await getTranslations('explore')
  const { basemapUrl, basemapAttribution } = env()
  return (
    <Explore
      listed={view}
      basemap={{ url: basemapUrl, attribution: basemapAttribution }}
      here={because === 'me' ? view : null}
      mapLabel={t('mapLabel')}
      search={
        <div className="relative flex gap-2">
          <TownSearch key={q} q={q} />
          <NearMe />
        </div>
      }
      heading={<Heading town={found.town} because={because} />}
      chips={<Chips panelId={PANEL} />}
    >
      <Reason because={because} unknown={unknown} />
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

type Place = { view: View; because: Because; explicit: boolean; unknown: string | null }

/** Where to look: what the URL says, the town searched for, the last visit, and else where the page opens by itself. */
async function place(params: SearchParams, q: string, me: boolean): Promise<Place> {
  const asked = viewSchema.parse(params)
  if (asked) return { view: asked, because: me ? 'me' : 'asked', explicit: true, unknown: null }
  const [town] = q ? await searchTowns(q, { limit: 1, loosely: true }) : []
  if (town)
    return {
      view: { lat: town.lat, lng: town.lng, zoom: TOWN_ZOOM },
      because: 'asked',
      explicit: true,
      unknown: null,
    }
  const unknown = q || null
  const last = rememberedViewSchema.parse((await cookies()).get('view')?.value)
  if (last) return { view: last, because: 'remembered', explicit: false, unknown }
  return { view: await openingView(now()), because: 'opening', explicit: false, unknown }
}
