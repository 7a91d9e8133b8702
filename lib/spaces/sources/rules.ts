/** Who collects and publishes places: their name, which no language translates, and where they are found. */
export interface Publisher {
  name: string
  url: string | null
}

/** By the importer's name of the source. What is not here goes by that name. */
const PUBLISHERS: Record<string, Publisher> = {
  osm: { name: 'OpenStreetMap', url: 'https://www.openstreetmap.org/copyright' },
  'centre-val-de-loire': { name: 'Hub-Lo, Centre-Val de Loire', url: null },
  gironde: { name: 'Département de la Gironde', url: null },
  'maine-et-loire': { name: 'Département de Maine-et-Loire', url: null },
  aix: { name: 'Ville d’Aix-en-Provence', url: null },
  'la-reunion': { name: 'Ultra Numérique, La Réunion', url: null },
  'auvergne-rhone-alpes': { name: 'Cartographie nationale, Auvergne-Rhône-Alpes', url: null },
  acceslibre: { name: 'acceslibre', url: 'https://acceslibre.beta.gouv.fr' },
  'paris-cafes': { name: 'Ville de Paris, Paris Data', url: 'https://opendata.paris.fr' },
  commitcoffee: { name: 'commitcoffee', url: 'https://github.com/xando/commitcoffee' },
}

export function publisherOf(source: string): Publisher {
  return PUBLISHERS[source] ?? { name: source, url: null }
}

/** Pages that say what a licence allows, by its name as the importer writes it. */
const LICENCES: [RegExp, string][] = [
  [/^ODbL/i, 'https://opendatacommons.org/licenses/odbl/'],
  [/^(Licence Ouverte|etalab)/i, 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/'],
  [/^MIT$/i, 'https://opensource.org/license/mit'],
]

export function licenceUrl(licence: string): string | null {
  return LICENCES.find(([name]) => name.test(licence))?.[1] ?? null
}

/** Where a row can be read, and mended, at its source; null where it has no page. */
export function recordUrl(source: string, externalId: string): string | null {
  return source === 'osm' && /^(node|way|relation)\/\d+$/.test(externalId)
    ? `https://www.openstreetmap.org/${externalId}`
    : null
}
