/** Where the licences and sources that must be named are found. */
export const SOURCES = {
  osm: 'https://www.openstreetmap.org/copyright',
  odbl: 'https://opendatacommons.org/licenses/odbl/1-0/',
  etalab: 'https://www.data.gouv.fr/organizations/etalab',
  licence: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  geonames: 'https://www.geonames.org/',
  cc: 'https://creativecommons.org/licenses/by/4.0/',
  cnil: 'https://www.cnil.fr/fr/plaintes',
}
