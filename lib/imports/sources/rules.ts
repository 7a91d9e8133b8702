import { numberOf, pointOf, pointOfLambert93, pointOfWkt } from '@/lib/imports/coordinates/rules'
import { countryNamed } from '@/lib/imports/countries/rules'
import { hoursFromFrench } from '@/lib/imports/hours/rules'
import { dateOf, kindOfName, partsOf, textOf } from '@/lib/imports/readers/rules'
import type { Left, Reader, Row } from '@/lib/imports/readers/schema'
import { weekOf } from '@/lib/imports/week/rules'
import type { SpaceKind } from '@/lib/spaces/schema'

/** BAN's own score, 0 to 1: below it the answer is often another street, or another town. */
const SURE = 0.6

const has = (row: Row, columns: string[], pattern: RegExp) =>
  columns.some((column) => pattern.test(textOf(row[column])))

/** "oui" and "non" of a form, as OpenStreetMap says it. */
const yesNo = (value: unknown) => ({ oui: 'yes', non: 'no' })[textOf(value).toLowerCase()] ?? ''

/** Acceslibre's numbers of activities that are places to work; all others are shops, schools, banks, … */
const ACTIVITIES: Record<number, SpaceKind> = { 22: 'library', 32: 'cafe', 178: 'cafe' }

function centreKind(row: Row): SpaceKind | Left {
  const labels = ['c_etiquettes', 'c_categories_espace', 'c_nom']
  if (textOf(row.c_coworking) === 'True' || has(row, labels, /co-?work/i)) return 'coworking'
  if (has(row, labels, /m[ée]diath|biblioth/i)) return 'library'
  return 'third_place'
}

/** Hours whose days stand in a column of their own ("{Lundi,Mardi}"). Days named in both would come twice, and be refused. */
const daysAndHours = (row: Row) =>
  `${textOf(row.c_jours_semaine).replaceAll(/[{}]/g, '')} : ${textOf(row.c_horaire_ouverture)}`

function pairOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Level at the door and on the way in is "yes"; at the door alone it is "limited"; steps are only known as such. */
function accessOf(row: Row): string {
  if (textOf(row.entree_plain_pied) !== 'True') return ''
  return textOf(row.accueil_cheminement_plain_pied) === 'True' ? 'yes' : 'limited'
}

/** Tables of open data that are known by their columns, whatever their files are called. */
export const READERS: readonly Reader[] = [
  {
    source: 'centre-val-de-loire',
    licence: 'MIT',
    country: 'FR',
    columns: ['c_nom', 'c_adresse', 'c_postcode', 'c_city', 'c_lat_coor1', 'c_long_coor1'],
    map: {
      ...{ id: 'gid', name: 'c_nom', street: 'c_adresse', postcode: 'c_postcode', city: 'c_city' },
      ...{ lat: 'c_lat_coor1', lng: 'c_long_coor1', website: 'c_site_web', phone: 'c_telephone' },
      hours: (row) => hoursFromFrench(daysAndHours(row)) ?? '',
      hoursText: 'c_horaire_ouverture',
      wheelchair: (row) => yesNo(row.c_acces_pmr),
      checked: (row) => dateOf(row.c__edit_datemaj),
    },
    kind: centreKind,
  },
  {
    source: 'gironde',
    licence: 'MIT',
    country: 'FR',
    columns: ['Lieu', 'Adresse postale', 'Coord. X', 'Coord. Y'],
    map: {
      name: 'Lieu',
      street: (row) => partsOf(row['Adresse postale']).street,
      postcode: (row) => partsOf(row['Adresse postale']).postcode,
      city: (row) => textOf(row.Commune) || partsOf(row['Adresse postale']).city,
      ...{ website: 'Site internet', phone: 'Téléphone' },
      // X is the latitude there.
      ...{ lat: 'Coord. X', lng: 'Coord. Y' },
      checked: (row) => dateOf(row['Dernière MAJ']),
    },
  },
  {
    source: 'maine-et-loire',
    licence: 'MIT',
    country: 'FR',
    columns: ['ID_LieuMed', 'NOM_STRUCTURE', 'AFFICHAGE', 'x', 'y'],
    map: {
      ...{ id: 'ID_LieuMed', name: 'NOM_STRUCTURE', number: 'N°', street: 'ADRESSE' },
      ...{ postcode: 'CP', city: 'COMMUNE', website: 'SITE_WEB', phone: 'NUM_TEL' },
      internet: (row) => yesNo(row.INTERNET),
      checked: (row) => dateOf(row.DAT_MaJ),
    },
    point: (row) => pointOfLambert93(row.x, row.y),
    kind: (row) => {
      if (textOf(row.AFFICHAGE) === 'INACTIF') return 'closed'
      const said = `${textOf(row.NOM_STRUCTURE)} ${textOf(row.SS_CAT)}`
      return kindOfName(said) ?? 'third_place'
    },
  },
  {
    source: 'aix',
    licence: 'MIT',
    country: 'FR',
    columns: ['nom', 'commune', 'code_postal', 'code_insee', 'Adresse', 'typologie'],
    map: {
      ...{ id: 'id', name: 'nom', street: 'Adresse', postcode: 'code_postal', city: 'commune' },
      ...{ lat: 'latitude', lng: 'longitude', website: 'site_web', phone: 'telephone', hours: 'horaires' },
      checked: (row) => dateOf(row.date_maj),
    },
    kind: (row) =>
      textOf(row.typologie) === 'BIB' ? 'library' : (kindOfName(textOf(row.nom)) ?? 'third_place'),
  },
  {
    source: 'la-reunion',
    licence: 'MIT',
    country: 'FR',
    columns: ["Nom de l'organisation", 'Type de lieu', 'Rue', 'result_score'],
    map: {
      ...{ name: "Nom de l'organisation", street: 'Rue', postcode: 'Code postal', city: 'Ville' },
      ...{ lat: 'latitude', lng: 'longitude', website: 'Site web', phone: 'Fixe' },
      // An island is no country of its own here: its communes are France's.
      country: () => 'FR',
      hours: weekOf,
    },
    doubtful: (row) => (numberOf(row.result_score) ?? 0) < SURE,
    kind: (row) =>
      kindOfName(`${textOf(row["Nom de l'organisation"])} ${textOf(row['Type de lieu'])}`) ?? 'third_place',
  },
  {
    source: 'auvergne-rhone-alpes',
    licence: 'Licence Ouverte 2.0',
    country: 'FR',
    columns: ['id', 'nom', 'commune', 'code_postal', 'adresse', 'latitude', 'longitude', 'pivot'],
    map: {
      ...{ id: 'id', name: 'nom', street: 'adresse', postcode: 'code_postal', city: 'commune' },
      ...{ lat: 'latitude', lng: 'longitude', website: 'site_web', phone: 'telephone', hours: 'horaires' },
      checked: (row) => dateOf(row.date_maj),
    },
  },
  {
    source: 'acceslibre',
    licence: 'MIT',
    country: 'FR',
    columns: ['model', 'pk', 'fields.geom', 'fields.activite'],
    map: {
      ...{ id: 'pk', name: 'fields.nom', number: 'fields.numero', postcode: 'fields.code_postal' },
      street: (row) => textOf(row['fields.voie']) || textOf(row['fields.lieu_dit']),
      ...{ city: 'fields.commune', website: 'fields.site_internet', phone: 'fields.telephone' },
      ...{ siret: 'fields.siret', checked: (row) => dateOf(row['fields.updated_at']) },
    },
    point: (row) => pointOfWkt(row['fields.geom']),
    kind: (row) =>
      ACTIVITIES[numberOf(row['fields.activite']) ?? 0] ?? kindOfName(textOf(row['fields.nom'])) ?? 'other',
  },
  {
    source: 'acceslibre',
    licence: 'Licence Ouverte 2.0',
    country: 'FR',
    columns: ['id', 'name', 'postal_code', 'commune', 'voie', 'activite', 'entree_plain_pied'],
    map: {
      ...{ id: 'id', name: 'name', number: 'numero', postcode: 'postal_code', city: 'commune' },
      street: (row) => textOf(row.voie) || textOf(row.lieu_dit),
      ...{ lat: 'latitude', lng: 'longitude', website: 'site_internet', siret: 'siret' },
      wheelchair: accessOf,
    },
    kind: (row) => {
      const said = `${textOf(row.activite)} ${textOf(row.name)}`
      return kindOfName(said) ?? (/salon de th[ée]|caf[ée] et th[ée]s/i.test(said) ? 'cafe' : 'other')
    },
  },
  {
    // Brands of a name index, and tables of words that other tables point to.
    source: 'lists',
    licence: '',
    columns: ['displayName', 'locationSet.include'],
    map: {},
    kind: () => 'no_place',
  },
  { source: 'lists', licence: '', columns: ['model', 'pk', 'fields.nom'], map: {}, kind: () => 'no_place' },
  {
    source: 'paris-cafes',
    licence: 'ODbL-1.0',
    country: 'FR',
    columns: ['recordid', 'fields.nom_du_cafe', 'fields.arrondissement'],
    map: {
      ...{ id: 'recordid', name: 'fields.nom_du_cafe', street: 'fields.adresse' },
      ...{ postcode: 'fields.arrondissement', city: () => 'Paris' },
      charge: (row) => {
        const price = numberOf(row['fields.prix_comptoir'])
        return price === null ? '' : `${price} EUR/café`
      },
      checked: (row) => dateOf(row['fields.date']),
    },
    // GeoJSON's order is a standard's; the other column's is somebody's habit.
    point: (row) => {
      const [lng, lat] = pairOf(row['geometry.coordinates'])
      return pointOf(lat, lng)
    },
    kind: () => 'cafe',
  },
  {
    source: 'commitcoffee',
    licence: 'MIT',
    columns: ['city', 'name', 'address', 'coordinates', 'description.Internet'],
    map: {
      ...{ name: 'name', street: 'address', city: 'city' },
      country: (row) => countryNamed(textOf(row.country)),
      website: 'link.www',
      internet: (row) => (/wi-?fi/i.test(textOf(row['description.Internet'])) ? 'wlan' : ''),
      hoursText: (row) => textOf(row['description.Hours']) || textOf(row['description.Opening Hours']),
    },
    point: (row) => {
      const [lat, lng] = pairOf(row.coordinates)
      return pointOf(lat, lng)
    },
    kind: () => 'cafe',
  },
]
