import { fold, type Town } from '@/lib/towns/rules'

/** A city that is one commune and has districts: the code of the first less one, its postcodes' beginning, and the middles. */
type City = { name: string; region: string; code: number; postcodes: string; middles: string }

/**
 * The arrondissements of Paris, Lyon and Marseille. The packages name them and say nothing of where they are; these
 * middles, latitude and longitude one district after the other, were set by hand on the map, good to a few hundred metres.
 */
const CITIES: Record<string, City> = {
  paris: {
    ...{ name: 'Paris', region: 'Paris', code: 75100, postcodes: '750' },
    middles:
      '48.863,2.336 48.868,2.343 48.863,2.360 48.854,2.358 48.844,2.351 48.849,2.333 48.856,2.312 48.873,2.313 48.877,2.337 48.876,2.361 48.859,2.380 48.840,2.395 48.828,2.362 48.829,2.326 48.840,2.293 48.860,2.265 48.887,2.307 48.893,2.348 48.887,2.385 48.864,2.401',
  },
  lyon: {
    ...{ name: 'Lyon', region: 'Rhône', code: 69380, postcodes: '690' },
    middles:
      '45.770,4.829 45.750,4.827 45.753,4.869 45.779,4.824 45.756,4.803 45.773,4.852 45.733,4.838 45.734,4.869 45.781,4.804',
  },
  marseille: {
    ...{ name: 'Marseille', region: 'Bouches-du-Rhône', code: 13200, postcodes: '130' },
    middles:
      '43.299,5.384 43.306,5.367 43.313,5.380 43.306,5.401 43.293,5.398 43.287,5.380 43.282,5.360 43.250,5.383 43.237,5.436 43.276,5.424 43.289,5.480 43.306,5.441 43.348,5.434 43.344,5.396 43.357,5.366 43.367,5.317',
  },
}

/** "Paris 11", "10 rue Mouffetard Paris 5e": at the end, and not the number of a house in the rue de Paris. */
const NAMED =
  /(?:^|^(?!.*\b(?:de|du|rue|avenue|route) (?:paris|lyon|marseille)\b).* )(paris|lyon|marseille) 0?(\d{1,2}) ?(?:er|e|eme|ieme)?(?: arr(?:ondissement)?)?$/
const POSTCODE = /(?<!\d)(75|69|13)0(\d\d)(?!\d)/
/** Half of the sixteenth has a postcode of its own. */
const PASSY = /(?<!\d)75116(?!\d)/
const BY_CODE: Record<string, string> = { '75': 'paris', '69': 'lyon', '13': 'marseille' }

/** The district that was typed, by its postcode anywhere or by its number after the city; `city` is the folded name of the whole. */
export function districtIn(typed: string): (Town & { city: string }) | null {
  if (PASSY.test(typed)) return districtOf('paris', 16, '75116')
  const [, code = '', number = ''] = POSTCODE.exec(typed) ?? []
  const coded = districtOf(BY_CODE[code] ?? '', Number(number))
  if (coded) return coded
  const [, city = '', ordinal = ''] = NAMED.exec(fold(typed)) ?? []
  return districtOf(city, Number(ordinal))
}

function districtOf(key: string, number: number, postcode?: string): (Town & { city: string }) | null {
  const city = CITIES[key]
  const [lat, lng] = city?.middles.split(' ')[number - 1]?.split(',').map(Number) ?? []
  if (!city || lat === undefined || lng === undefined) return null
  return {
    id: `fr-${city.code + number}`,
    name: `${city.name} ${number}${number === 1 ? 'er' : 'e'}`,
    postcode: postcode ?? `${city.postcodes}${String(number).padStart(2, '0')}`,
    region: city.region,
    country: 'FR',
    lat,
    lng,
    population: 0,
    city: key,
  }
}
