import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { dropAction } from '@/app/[locale]/(pages)/wishes/actions'
import { TownEvents } from '@/components/towns/town-events'
import { TownFacts } from '@/components/towns/town-facts'
import { TownList } from '@/components/towns/town-list'
import { TownSpaces } from '@/components/towns/town-spaces'
import { TownSteps } from '@/components/towns/town-steps'
import { Icon } from '@/components/ui/icon'
import { JsonLd } from '@/components/ui/json-ld'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { WishInvite } from '@/components/wishes/wish-invite'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { alternates } from '@/lib/i18n/alternates'
import { permanentRedirect } from '@/lib/i18n/navigation'
import { townPath, townsPath } from '@/lib/i18n/paths'
import { readPage, toSearch } from '@/lib/map/address/rules'
import { isNear } from '@/lib/map/coverage/rules'
import { NO_FILTERS } from '@/lib/map/rules'
import { type TownPage as Found, townPage } from '@/lib/map/town/queries'
import { townBySlug } from '@/lib/towns/slugs/queries'
import { writtenSlug } from '@/lib/towns/slugs/rules'
import { townStructuredData } from '@/lib/towns/structured/rules'
import { inTown } from '@/lib/towns/words/rules'

type Props = PageProps<'/[locale]/places/[town]'>

const ZOOM = { near: 13, wide: 10 }
/** Fewer places and outings than these are little: what one can do about it comes first. */
const LITTLE = 3

/** Read once for the page and for what it says of itself. */
const read = cache(async (slug: string, cursor: string | null) =>
  townPage(slug, await currentActor(), now(), cursor),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ town: slug }, query, locale, t] = await Promise.all([
    ...([params, searchParams, getLocale(), getTranslations('towns')] as const),
  ])
  const { cursor } = readPage(query)
  const found = await read(slug, cursor)
  if (!found) return { robots: { index: false } }
  const { town, counts } = found
  const place = inTown(town.name, locale)
  const title = t('metaTitle', { town: place })
  const description = t('metaDescription', { ...counts, town: place })
  const empty = counts.spaces + counts.events === 0
  return {
    title,
    description,
    alternates: alternates(locale, (language) => townPath(language, slug)),
    // Nothing to find here, or a page further on: nothing to come for from a search.
    robots: empty || cursor ? { index: false } : undefined,
    openGraph: { title, description, type: 'website' },
    twitter: { card: 'summary_large_image' },
  }
}

/** A town by its name: what is on, where to work, and how many would come. French has it at /fr/lieux. */
export default async function TownPage({ params, searchParams }: Props) {
  const [{ town: slug }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const { cursor } = readPage(query)
  const found = await read(slug, cursor)
  if (!found) {
    // "Saint-Étienne", as one writes it.
    const written = writtenSlug(slug)
    if (!(await townBySlug(written))) notFound()
    return permanentRedirect({ href: townPath(locale, written), locale })
  }
  return <Town found={found} slug={slug} first={cursor === null} />
}

async function Town({ found, slug, first }: { found: Found; slug: string; first: boolean }) {
  const { town, events, spaces, next, counts, wishes, neighbours } = found
  const [locale, t] = await Promise.all([getLocale(), getTranslations('towns')])
  const at = now()
  const path = townPath(locale, slug)
  const little = counts.spaces + counts.events < LITTLE
  const map = (zoom: number, show = NO_FILTERS.show) =>
    `/?${toSearch({ lat: town.lat, lng: town.lng, zoom }, { ...NO_FILTERS, show })}`
  const url = (of: string) => `${env().appUrl}/${locale}${of}`
  const trail = [
    { name: t('index'), url: url(townsPath(locale)) },
    { name: town.name, url: url(path) },
  ]
  const listed = spaces.map(({ id, slug, name }) => ({ name, url: url(`/spaces/${id}/${slug}`) }))
  return (
    <Page width="wide">
      <JsonLd data={townStructuredData(trail, listed, counts.spaces)} />
      <PageHeader
        back={{ href: townsPath(locale), label: t('index') }}
        title={t('title', { town: inTown(town.name, locale) })}
        intro={[town.region, town.postcode].filter(Boolean).join(' · ')}
      >
        <LinkButton href={map(ZOOM.near)}>
          <Icon name="map" />
          {t('map')}
        </LinkButton>
      </PageHeader>
      {first && <TownFacts counts={counts} people={map(ZOOM.near, ['people'])} />}
      {first && little && (
        <TownSteps
          town={town.name}
          counts={counts}
          next={neighbours[0]}
          wider={map(ZOOM.wide)}
          addPlace={`/spaces/new?${new URLSearchParams({ city: town.name, postcode: town.postcode ?? '', country: town.country })}`}
        />
      )}
      <div className="flex flex-col gap-8">
        {first && <TownEvents events={events} total={counts.events} town={town} now={at} />}
        {first && (
          <WishInvite wishes={wishes} town={town.name} action={dropAction} main={events.length === 0} />
        )}
        {!(first && counts.spaces === 0) && (
          <TownSpaces spaces={spaces} path={path} next={next} first={first} now={at} />
        )}
        {first && neighbours.some(isNear) && (
          <section className="flex flex-col gap-3">
            <h2 className="text-xl">{t('neighbours')}</h2>
            <TownList towns={neighbours} />
          </section>
        )}
        {first && !little && (
          <LinkButton href="/host/new" className="self-start">
            <Icon name="plus" />
            {t('start')}
          </LinkButton>
        )}
      </div>
    </Page>
  )
}
