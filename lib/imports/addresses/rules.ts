import { fold, held, saints, shared } from '@/lib/imports/names/rules'

/** A street address, folded. */
export type ReadAddress = {
  /** "12", "197-205"; empty if there is none. */
  number: string
  /** "bis", "ter", "a"; empty if there is none. */
  suffix: string
  /** The words of the street or square, without its type; empty if none is given. */
  street: string[]
  /** "rue", "place", …; empty if none is named. */
  type: string
}

/** exact: one door. street: one street, and nothing against one door. doors: two numbers of it. other: two streets. unknown: one is not told. */
export type AddressRelation = 'exact' | 'street' | 'doors' | 'other' | 'unknown'

const TYPES: Record<string, string> = {
  allee: 'allee allees all',
  avenue: 'avenue av ave',
  boulevard: 'boulevard bd bld bvd boul blvd',
  chemin: 'chemin chem che ch',
  cours: 'cours crs',
  esplanade: 'esplanade esp',
  faubourg: 'faubourg fbg fg',
  impasse: 'impasse imp',
  passage: 'passage pass',
  place: 'place pl plac',
  promenade: 'promenade prom',
  quai: 'quai qu',
  route: 'route rte',
  rue: 'rue r',
  square: 'square sq',
}
const TYPE_OF = new Map(
  Object.entries(TYPES).flatMap(([type, text]) => text.split(' ').map((word) => [word, type])),
)
const LONG = new Set(['avenue', 'boulevard', 'chemin', 'cours', 'quai', 'route', 'rue'])
/** What French streets are named after, as sources shorten it. */
const TITLES: Record<string, string> = {
  dr: 'docteur',
  gal: 'general',
  gl: 'general',
  g: 'general',
  mal: 'marechal',
  cdt: 'commandant',
  pdt: 'president',
  prof: 'professeur',
}
const LINKING = new Set('de du des la le les l d et a au aux the of'.split(' '))
const DOOR = '(?<number>\\d{1,4}(?: ?[-/] ?\\d{1,4})?) ?(?<suffix>bis|ter|quater|[a-d])?'
/** "70 bis, avenue …", also behind the name of a building. */
const BEFORE = new RegExp(`\\b${DOOR} (?:petite? )?(?=(?:${[...TYPE_OF.keys()].join('|')}) )`)
const LEADING = new RegExp(`^${DOOR} `)
/** "City Road 197-205", "rue de la Paix, 12". Not the year of "place du 8 mai 1945". */
const TRAILING = new RegExp(` ${DOOR}$`)
const YEAR = /^(1[6-9]|20)\d\d$/

/** Reads "CRS EMILE ZOLA 12", "12, cours Émile-Zola - 69100 Lyon" and "City Road 197-205" alike; `town` is left out. */
export function readAddress(text: string, town: string): ReadAddress {
  const plain = saints(foldKeepingRanges(text))
    .replace(/\b\d{5}\b.*$|\b(bp|cs) ?\d.*$/, '')
    .trim()
  const door = BEFORE.exec(plain) ?? LEADING.exec(plain) ?? trailing(plain)
  const rest = door ? afterDoor(plain, door) : plain
  const words = rest.split(/[ /-]+/).filter((word) => word !== '' && !LINKING.has(word))
  const type = TYPE_OF.get(words[0] ?? '') ?? ''
  const away = saints(fold(town)).split(' ')
  const street = (type ? words.slice(1) : words).map((word) => TITLES[word] ?? word)
  const tail = street.slice(0, 1).concat(street.slice(1).filter((word) => !away.includes(word)))
  return {
    number: (door?.groups?.number ?? '').replace(/ ?[-/] ?/, '-'),
    suffix: door?.groups?.suffix ?? '',
    street: tail,
    type,
  }
}

/** Are two addresses of one town one door? A street without a number is no door, a square is. */
export function relate(a: ReadAddress, b: ReadAddress): AddressRelation {
  if (a.street.length === 0 || b.street.length === 0) return 'unknown'
  const numbered = a.number !== '' && b.number !== ''
  const oneStreet = shared(a.street, b.street) >= 0.8
  if (numbered && a.number === b.number && (oneStreet || held(a.street, b.street) === 1))
    return a.suffix === b.suffix ? 'exact' : 'street'
  if (!oneStreet) return 'other'
  if (numbered) return overlap(a.number, b.number) ? 'street' : 'doors'
  if (a.type !== b.type && a.type && b.type) return 'other'
  return a.number === b.number && !LONG.has(a.type) ? 'exact' : 'street'
}

/** "197-205" and "199". */
function overlap(a: string, b: string): boolean {
  const [from = 0, to = from] = a.split('-').map(Number)
  const [first = 0, last = first] = b.split('-').map(Number)
  return from <= last && first <= to
}

function trailing(plain: string): RegExpExecArray | null {
  const door = TRAILING.exec(plain)
  const year = YEAR.test(door?.groups?.number ?? '') && TYPE_OF.has(plain.split(' ')[0] ?? '')
  return year ? null : door
}

/** What names the street: what stands after a door's number, or before it when it ends the text. */
function afterDoor(plain: string, door: RegExpExecArray): string {
  const after = plain.slice(door.index + door[0].length).trim()
  return after || plain.slice(0, door.index).trim()
}

const foldKeepingRanges = (text: string) =>
  fold(text.replace(/(\d) ?[-–/] ?(?=\d)/g, '$1RANGE')).replaceAll('range', '-')
