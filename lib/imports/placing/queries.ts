import { searchTowns, townsOfPostcode } from '@/lib/towns/queries'
import { fold, type Town } from '@/lib/towns/rules'

type Address = { postcode: string; city: string; country: string }

/** Postcodes by département are the gazetteer's own for France alone. */
const FRENCH = /^\d{5}$/
const NAMESAKES = 20

/**
 * The communes that an address names, the likeliest first. In France those of its postcode and those of its name in the
 * same département, so that a mistyped digit or a CEDEX does not matter; else every town of that name in its country,
 * which is not `sure`. None when the address says nothing that is known.
 */
export async function communesOf({
  postcode,
  city,
  country,
}: Address): Promise<{ towns: Town[]; sure: boolean }> {
  const name = fold(city.replace(/\bcedex\b.*$/i, ''))
  const same = (town: Town) => fold(town.name) === name
  const found = name && country ? await searchTowns(name, { limit: NAMESAKES, country }) : []
  const named = found.filter(same)
  if (country !== 'FR' || !FRENCH.test(postcode)) return { towns: named, sure: false }
  const coded = await townsOfPostcode(postcode)
  const around = named.filter(
    (town) =>
      departmentOf(town.postcode ?? '') === departmentOf(postcode) && !coded.some(({ id }) => id === town.id),
  )
  const likeliest = (a: Town, b: Town) => Number(same(b)) - Number(same(a)) || b.population - a.population
  const towns = [...coded, ...around].sort(likeliest)
  return towns.length > 0 ? { towns, sure: true } : { towns: named, sure: false }
}

/** Two digits; overseas, three. */
const departmentOf = (postcode: string) => postcode.slice(0, postcode.startsWith('97') ? 3 : 2)
