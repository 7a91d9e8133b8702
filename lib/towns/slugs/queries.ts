import type { LatLng } from '@/lib/geo/types'
import { beginningWith, exactly, keyAt } from '@/lib/towns/keys/rules'
import { lookup } from '@/lib/towns/lookup/queries'
import { townOf } from '@/lib/towns/lookup/rules'
import { townAt } from '@/lib/towns/named/queries'
import type { Packed } from '@/lib/towns/packed/rules'
import { searchTowns } from '@/lib/towns/queries'
import type { Town } from '@/lib/towns/rules'
import { misspelt } from './rules'

/** Characters of what is looked up: no town has a longer name. */
const LONGEST = 80

/** The town of a page; null when there is none of that name. */
export async function townBySlug(slug: string): Promise<Town | null> {
  const packed = await lookup()
  const [town] = exactly(packed.slugs, slug)
  return town === undefined ? null : townOf(packed, town)
}

/** The last part of the address of a town's page; null for a town that the gazetteer does not know. */
export async function slugOfTown(id: string): Promise<string | null> {
  const packed = await lookup()
  const [town] = exactly(packed.ids, id)
  return town === undefined ? null : slugAt(packed, town)
}

const slugAt = ({ slugs, slugOf }: Packed, town: number) => keyAt(slugs, slugOf[town] ?? 0)

/** A town, and the last part of the address of its page. */
export type Paged = { slug: string; name: string; region: string; country: string }

/** Towns that an unknown address may have meant, the likeliest first; none where it is the address of a town. */
export async function townsLike(slug: string, limit = 5): Promise<Paged[]> {
  const packed = await lookup()
  if (exactly(packed.slugs, slug).length > 0) return []
  const asked = slug.slice(0, LONGEST)
  const begun = await searchTowns(asked.replaceAll('-', ' '), { limit, loosely: true })
  const own = await Promise.all(begun.map(({ id }) => slugOfTown(id)))
  const meant = [...misspelt(asked, alike(packed, asked), limit), ...own]
  return [...new Set(meant)].slice(0, limit).flatMap((slug) => {
    const [town] = slug === null ? [] : exactly(packed.slugs, slug)
    if (slug === null || town === undefined) return []
    const { name, region, country } = townOf(packed, town)
    return [{ slug, name, region, country }]
  })
}

/** The slugs with the same first letter, and how many people live there. */
function* alike({ slugs, population }: Packed, slug: string): Generator<[string, { population: number }]> {
  const [start, end] = beginningWith(slugs, slug.slice(0, 1))
  for (let at = start; at < end; at++)
    yield [keyAt(slugs, at), { population: population[slugs.towns[at] ?? 0] ?? 0 }]
}

/** The town whose page something belongs to that says to be in `city` and stands at `at`; null far from any. */
export async function pagedTownAt(city: string, at: LatLng): Promise<Paged | null> {
  const town = await townAt(city, at)
  const slug = town && (await slugOfTown(town.id))
  return town && slug ? { slug, name: town.name, region: town.region, country: town.country } : null
}
