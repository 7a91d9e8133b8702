import { searchTowns, townsOfPostcode } from '@/lib/towns/queries'
import { fold, type Town } from '@/lib/towns/rules'

type Address = { postcode: string; city: string; country: string }

/** Postcodes by département are the gazetteer's own for France alone. */
const FRENCH = /^\d{5}$/
const NAMESAKES = 20

/**
 * The communes that an address names, the likeliest first: those of its postcode, the one of its name before the others;
 * else every town of that name in its country, which is not `sure`. None when the address says nothing that is known.
 */
export async function communesOf({
  postcode,
  city,
  country,
}: Address): Promise<{ towns: Town[]; sure: boolean }> {
  const name = fold(city.replace(/\bcedex\b.*$/i, ''))
  const same = (town: Town) => fold(town.name) === name
  if (country === 'FR' && FRENCH.test(postcode)) {
    const towns = await townsOfPostcode(postcode)
    const likeliest = (a: Town, b: Town) => Number(same(b)) - Number(same(a)) || b.population - a.population
    if (towns.length > 0) return { towns: towns.sort(likeliest), sure: true }
  }
  const found = name && country ? await searchTowns(name, { limit: NAMESAKES, country }) : []
  return { towns: found.filter(same), sure: false }
}
