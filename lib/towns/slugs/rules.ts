import { slugify } from '@/lib/slug'
import type { Town } from '@/lib/towns/rules'
import { distanceUpTo, slips } from '@/lib/towns/within/rules'

/** The slug of a name as it stands in an address ("Saint-%C3%89tienne"); "-" for what cannot be read. */
export function writtenSlug(part: string): string {
  try {
    return slugify(decodeURIComponent(part))
  } catch {
    return '-'
  }
}

/**
 * The readable name of every town's page, each its own: the greatest of a name bears it alone ("cannes", "paris"); its
 * namesakes add their département or, abroad, their country ("paris-us"), and where that is not enough their postcode or
 * id. The order of the towns given does not matter. Names without a Latin letter or digit go by their id.
 */
export function slugsOf(towns: Town[]): Map<string, Town> {
  const slugs = new Map<string, Town>()
  const byName = (a: Town, b: Town) => b.population - a.population || (a.id < b.id ? -1 : 1)
  const named = Map.groupBy(towns.toSorted(byName), ({ name }) => slugify(name))
  const namesakes: [name: string, town: Town][] = []
  for (const [name, [greatest, ...others]] of named) {
    if (greatest && name !== '-') slugs.set(name, greatest)
    else if (greatest) namesakes.push([name, greatest])
    for (const town of others) namesakes.push([name, town])
  }
  for (const [name, town] of namesakes) {
    const base = name === '-' ? '' : `${name}-`
    const slug = [town.region || town.country, town.postcode ?? town.id, town.id]
      .map((more) => base + slugify(more))
      .find((slug) => !slugs.has(slug))
    if (slug) slugs.set(slug, town)
  }
  return slugs
}

/** Slugs that are a slip or two away from one that is nobody's, with the right first letter: the nearest, then the greatest. */
export function misspelt(
  slug: string,
  towns: Iterable<readonly [slug: string, town: Pick<Town, 'population'>]>,
  limit: number,
): string[] {
  const most = slips(slug.length)
  if (most === 0) return []
  const found: { other: string; wrong: number; population: number }[] = []
  for (const [other, { population }] of towns) {
    if (other[0] !== slug[0]) continue
    const wrong = distanceUpTo(other, slug, most)
    if (wrong <= most) found.push({ other, wrong, population })
  }
  return found
    .sort((a, b) => a.wrong - b.wrong || b.population - a.population)
    .slice(0, limit)
    .map(({ other }) => other)
}
