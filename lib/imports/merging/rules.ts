import { saidThere, toldBy, withoutFields } from '@/lib/imports/spaces/rules'
import type { StoredFacts } from '@/lib/imports/spaces/schema'

/** What one source says of a space. */
export type Said = { source: string; externalId: string; facts: StoredFacts }

/** The columns of `spaces` that sources fill, and who each is from. */
export type Merged = { columns: Partial<StoredFacts>; provenance: Record<string, string> }

/** Fields that mean something together only: they come from one source. */
const GROUPS: (keyof StoredFacts)[][] = [
  ['lat', 'lng', 'timeZone', 'approximate'],
  ['street', 'postcode', 'city', 'country'],
  ['fee', 'charge'],
  ['internet', 'internetFee', 'internetSsid'],
]
const LEAD = new Set<keyof StoredFacts>(['lat', 'street', 'fee', 'internet'])
const GROUPED = new Map(GROUPS.flatMap((group) => group.map((field) => [field, group] as const)))

const known = (value: unknown) =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/**
 * One space out of what its sources say: each field from the first source that knows it, those checked on the ground
 * most recently first, then OpenStreetMap, then by name. Coordinates that can be trusted go before a commune's, hours in
 * syntax before hours in words, and any kind before "third place", which is what is said when nothing else is. What the
 * owner or people there said (`provenance` so far) is left as it is. `said` holds at least one.
 */
export function merge(said: readonly Said[], provenance: unknown): Merged {
  const sources = [...said].sort(byTrust)
  const columns: Record<string, unknown> = {}
  const by: Record<string, string> = {}
  for (const field of Object.keys(sources[0]?.facts ?? {}) as (keyof StoredFacts)[]) {
    const group = GROUPED.get(field)
    if (group && !LEAD.has(field)) continue
    const from = choose(field, group ?? [field], sources)
    for (const one of group ?? [field]) columns[one] = from.facts[one]
    const taken = Object.fromEntries((group ?? [field]).map((one) => [one, from.facts[one]]))
    Object.assign(by, toldBy(from.source, taken))
  }
  // Words about hours are of use only where nothing better is known.
  if (columns.openingHours !== null) {
    columns.hoursText = null
    delete by.hoursText
  }
  columns.confirmedOn = latest(sources.map(({ facts }) => facts.confirmedOn))
  columns.hoursConfirmedOn = latest(sources.map(({ facts }) => facts.hoursConfirmedOn))
  const there = saidThere(provenance)
  const kept = withoutFields(columns as StoredFacts, Object.keys(there))
  return { columns: kept, provenance: { ...by, ...there } }
}

/** `merge` of one source alone, of whom nobody else said anything: most of the rows of any import. */
export function alone({ source, facts }: Said): Merged {
  const columns = facts.openingHours !== null ? { ...facts, hoursText: null } : facts
  return { columns, provenance: toldBy(source, columns) }
}

function choose(field: keyof StoredFacts, group: (keyof StoredFacts)[], sources: readonly Said[]): Said {
  const first = sources[0] as Said
  if (field === 'lat') return sources.find(({ facts }) => !facts.approximate) ?? first
  if (field === 'kind') return sources.find(({ facts }) => facts.kind !== 'third_place') ?? first
  return (
    sources.find(({ facts }) => known(facts[field])) ??
    sources.find(({ facts }) => group.some((one) => known(facts[one]))) ??
    first
  )
}

function byTrust(a: Said, b: Said): number {
  const [then, now] = [a.facts.confirmedOn ?? '', b.facts.confirmedOn ?? '']
  if (then !== now) return then < now ? 1 : -1
  if ((a.source === 'osm') !== (b.source === 'osm')) return a.source === 'osm' ? -1 : 1
  const [here, there] = [`${a.source} ${a.externalId}`, `${b.source} ${b.externalId}`]
  return here < there ? -1 : 1
}

const latest = (days: (string | null)[]) =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
