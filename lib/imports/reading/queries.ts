import type { LatLng } from '@/lib/geo/types'
import { timeZoneAt } from '@/lib/geo/zone'
import { flawOf } from '@/lib/imports/geometry/rules'
import { identityOf, type OsmObject, readRow } from '@/lib/imports/osm/rules'
import { communesOf } from '@/lib/imports/placing/queries'
import { placeOf } from '@/lib/imports/placing/rules'
import { draftOf, rowOf } from '@/lib/imports/readers/rules'
import type { Draft, Reader } from '@/lib/imports/readers/schema'
import type { RawRecord } from '@/lib/imports/records/schema'
import type { ImportedSpace } from '@/lib/imports/spaces/commands'
import { factsOf, hashOf, kindOf, nameOf } from '@/lib/imports/spaces/rules'
import type { Reason, SpaceFacts } from '@/lib/imports/spaces/schema'
import type { SpaceKind } from '@/lib/spaces/schema'
import { townFinder } from '@/lib/towns/nearest/queries'
import { fold, type Town } from '@/lib/towns/rules'

/** What a row is: a place, or why it is left out. `moved`: it does not stand where its source puts it. */
export type Outcome =
  | { skip: Exclude<Reason, 'broken'> }
  | { skip: 'broken'; flaw: string }
  | { space: ImportedSpace; hinted?: boolean; moved?: string }

/** Reads one row; tables wait for the gazetteer, OpenStreetMap never waits. */
export type RowReader = (record: RawRecord) => Outcome | Promise<Outcome>

type Nearest = (at: LatLng) => Town | null

const TOO_LARGE = { skip: 'broken', flaw: 'it is larger than any place on earth' } as const

/** What reads the rows of a source; null is OpenStreetMap, whose untagged rows are of the kind `hint`. */
export async function rowReader(reader: Reader | null, hint: SpaceKind | null): Promise<RowReader> {
  const nearest = await townFinder()
  return reader ? (record) => readTable(reader, record, nearest) : (record) => readOsm(record, hint, nearest)
}

/** The identity of a row that is not read any further. */
export function idOf(reader: Reader | null, { text, tooLarge }: RawRecord): string | null {
  if (tooLarge) return null
  if (!reader) {
    const reading = readRow(text)
    return reading.ok ? identityOf(reading.object) : null
  }
  try {
    const row = rowOf(JSON.parse(text))
    const draft = row ? draftOf(reader, row) : null
    return draft === null || typeof draft === 'string' ? null : draft.externalId
  } catch {
    return null
  }
}

async function readTable(reader: Reader, { text, tooLarge }: RawRecord, nearest: Nearest): Promise<Outcome> {
  if (tooLarge) return TOO_LARGE
  let row: ReturnType<typeof rowOf>
  try {
    row = rowOf(JSON.parse(text))
  } catch {
    return { skip: 'broken', flaw: 'it is not valid JSON' }
  }
  if (!row) return { skip: 'broken', flaw: 'it is no object with columns' }
  const draft = draftOf(reader, row)
  return typeof draft === 'string' ? { skip: draft } : placed(draft, nearest)
}

async function placed(
  { externalId, point, doubtful, facts, fields }: Draft,
  nearest: Nearest,
): Promise<Outcome> {
  const communes = await communesOf(facts)
  const place = placeOf(point, doubtful, communes)
  if (!place) {
    const flaw = point && !doubtful ? flawOf(point) : null
    return flaw ? { skip: 'broken', flaw } : { skip: 'unplaced' }
  }
  const approximate = place.how === 'commune'
  const near = communes.towns.find(({ name }) => fold(name) === fold(facts.city)) ?? nearest(place.point)
  // Tables write their towns in capitals or without accents: where it is the same name, the gazetteer's reads better.
  const city = !facts.city || (near && fold(near.name) === fold(facts.city)) ? near?.name : facts.city
  const complete = { ...facts, city: city ?? facts.city, country: facts.country || (near?.country ?? '') }
  const hash = hashOf(place.point.lat, place.point.lng, facts.kind, {
    ...fields,
    approximate: String(approximate),
  })
  return {
    space: {
      ...{ externalId, hash, point: place.point, approximate, timeZone: timeZoneAt(place.point) },
      ...{ facts: complete, tags: fields },
    },
    ...(approximate
      ? { moved: `${place.why}; it stands where ${communes.towns[0]?.name ?? 'its commune'} does` }
      : {}),
  }
}

function readOsm({ text, tooLarge }: RawRecord, hint: SpaceKind | null, nearest: Nearest): Outcome {
  if (tooLarge) return TOO_LARGE
  const reading = readRow(text)
  if (!reading.ok) return { skip: 'broken', flaw: reading.flaw }
  const { object } = reading
  const found = kindOf(object.tags, hint)
  if (typeof found === 'string') return { skip: found as Exclude<Reason, 'broken'> }
  const name = nameOf(object.tags)
  if (name === null) return { skip: 'nameless' }
  return { space: new OsmSpace(object, { kind: found.kind, name, nearest }), hinted: found.hinted }
}

/** A place of OpenStreetMap. What its hash tells to be unchanged is read no further: its facts are made when asked for. */
class OsmSpace implements ImportedSpace {
  readonly externalId: string
  readonly hash: string
  readonly approximate = false
  private readonly object: OsmObject
  private readonly known: { kind: SpaceKind; name: string; nearest: Nearest }
  private made: SpaceFacts | null = null
  private zone: string | null = null

  constructor(object: OsmObject, known: OsmSpace['known']) {
    this.externalId = identityOf(object)
    this.hash = hashOf(object.point.lat, object.point.lng, known.kind, object.tags)
    this.object = object
    this.known = known
  }

  get point() {
    return this.object.point
  }

  get tags() {
    return this.object.tags
  }

  get timeZone() {
    this.zone ??= timeZoneAt(this.point)
    return this.zone
  }

  get facts() {
    this.made ??= this.make()
    return this.made
  }

  private make(): SpaceFacts {
    const facts = factsOf(this.known.kind, this.known.name, this.tags)
    // Most rows name neither town nor country: the gazetteer knows.
    if (facts.city && facts.country) return facts
    const town = this.known.nearest(this.point)
    facts.city ||= town?.name ?? ''
    facts.country ||= town?.country ?? ''
    return facts
  }
}
