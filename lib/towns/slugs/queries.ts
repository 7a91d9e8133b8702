import type { LatLng } from '@/lib/geo/types'
import { townAt } from '@/lib/towns/named/queries'
import { allTowns, searchTowns } from '@/lib/towns/queries'
import type { Town } from '@/lib/towns/rules'
import { misspelt, slugsOf } from './rules'

/** Characters of what is looked up: no town has a longer name. */
const LONGEST = 80

type Slugs = { towns: Map<string, Town>; slugs: Map<string, string> }

let index: Promise<Slugs> | undefined

/** Made once per process, by the first page of a town. */
function loaded(): Promise<Slugs> {
  index ??= allTowns().then((all) => {
    const towns = slugsOf(all)
    return { towns, slugs: new Map([...towns].map(([slug, { id }]) => [id, slug])) }
  })
  index.catch(() => {
    index = undefined
  })
  return index
}

/** The town of a page; null when there is none of that name. */
export async function townBySlug(slug: string): Promise<Town | null> {
  return (await loaded()).towns.get(slug) ?? null
}

/** The last part of the address of a town's page; null for a town that the gazetteer does not know. */
export async function slugOfTown(id: string): Promise<string | null> {
  return (await loaded()).slugs.get(id) ?? null
}

/** A town, and the last part of the address of its page. */
export type Paged = { slug: string; name: string; region: string; country: string }

/** Towns that an unknown address may have meant, the likeliest first; none where it is the address of a town. */
export async function townsLike(slug: string, limit = 5): Promise<Paged[]> {
  const { towns, slugs } = await loaded()
  if (towns.has(slug)) return []
  const asked = slug.slice(0, LONGEST)
  const begun = await searchTowns(asked.replaceAll('-', ' '), { limit, loosely: true })
  const meant = [...misspelt(asked, towns, limit), ...begun.map(({ id }) => slugs.get(id) ?? '')]
  return [...new Set(meant)].slice(0, limit).flatMap((own) => {
    const town = towns.get(own)
    return town ? [{ slug: own, name: town.name, region: town.region, country: town.country }] : []
  })
}

/** The town whose page something belongs to that says to be in `city` and stands at `at`; null far from any. */
export async function pagedTownAt(city: string, at: LatLng): Promise<Paged | null> {
  const town = await townAt(city, at)
  const slug = town && (await slugOfTown(town.id))
  return town && slug ? { slug, name: town.name, region: town.region, country: town.country } : null
}
