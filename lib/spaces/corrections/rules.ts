import { distance } from '@/lib/geo/distance'
import { alreadySo, changedSince, FORM_FIELDS, type FormValues, shown } from '@/lib/spaces/edits/rules'
import type { Changes, Column, SpaceField, SpaceForm } from '@/lib/spaces/edits/schema'

/** A field of the form, or that it closed. */
export type CorrectedField = SpaceField | 'closedOn'

/**
 * One thing that somebody would change, as it is and as it should be; `seen` is what its author saw where that is no
 * longer what is there. open: it can be applied. already: it is so by now. changed: somebody changed it meanwhile.
 */
export interface CorrectedLine {
  field: CorrectedField
  from: string | string[]
  to: string | string[]
  seen: string | string[] | null
  state: 'open' | 'already' | 'changed'
  /** By how many metres a point moves; null of anything else, and where there was none. */
  metres: number | null
}

const COLUMNS: Partial<Record<CorrectedField, readonly Column[]>> = {
  position: ['lat', 'lng'],
  hours: ['openingHours', 'hoursText'],
}

/** The columns of a field. */
const columnsOfField = (field: CorrectedField): readonly Column[] => COLUMNS[field] ?? [field as Column]

/** The columns of some fields, by names that may be anything. */
export function columnsOfFields(names: readonly string[]): Column[] {
  const known: readonly CorrectedField[] = [...FORM_FIELDS, 'closedOn']
  return known.filter((field) => names.includes(field)).flatMap((field) => columnsOfField(field))
}

/** The fields that columns belong to, in the order of the form. */
export function fieldsOf(changes: Changes): CorrectedField[] {
  const known: readonly CorrectedField[] = ['closedOn', ...FORM_FIELDS]
  return known.filter((field) => columnsOfField(field).some((column) => column in changes))
}

/** What columns say, as the form words it. */
export function fieldText(field: CorrectedField, columns: Changes): string | string[] {
  if (field === 'closedOn') return columns.closedOn ?? ''
  if (field === 'hours') return shown('hours', columns.openingHours ?? columns.hoursText)
  if (field !== 'position') return shown(field, columns[field as keyof Changes] as SpaceForm[SpaceField])
  const { lat, lng } = columns
  return lat === undefined || lng === undefined ? '' : shown('position', { lat, lng })
}

/** Before and after of everything that a correction would change. */
export function linesOf(changes: Changes, current: Changes, seen: Changes): CorrectedLine[] {
  const done = alreadySo(current, changes)
  const moved = changedSince(current, seen, changes)
  return fieldsOf(changes).map((field) => {
    const columns = columnsOfField(field)
    const state = columns.some((column) => done.includes(column))
      ? 'already'
      : columns.some((column) => moved.includes(column))
        ? 'changed'
        : 'open'
    return {
      ...{ field, state, from: fieldText(field, current), to: fieldText(field, changes) },
      seen: state === 'changed' ? fieldText(field, seen) : null,
      metres: field === 'position' ? movedBy(changes, current) : null,
    }
  })
}

/** The fields of a form whose value, as it was shown, is no longer what the space says. */
export function conflicting(
  fields: readonly SpaceField[],
  seen: FormValues,
  current: FormValues,
): SpaceField[] {
  const text = (value: string | string[] | undefined) =>
    [value ?? []].flat().filter(Boolean).sort().join('\n')
  return fields.filter((field) => text(seen[field]).trim() !== text(current[field]))
}

const movedBy = (changes: Changes, { lat, lng }: Changes) =>
  lat === undefined || lng === undefined ? null : Math.round(metresMoved(changes, { lat, lng }))

/** Metres by which the point would move. */
export function metresMoved({ lat, lng }: Changes, from: { lat: number; lng: number }): number {
  return lat === undefined || lng === undefined ? 0 : distance(from, { lat, lng })
}

/** Does any of these columns hold the owner's word? */
export function ownersWord(columns: readonly string[], provenance: unknown): boolean {
  const by =
    typeof provenance === 'object' && provenance !== null ? (provenance as Record<string, unknown>) : {}
  return columns.some((column) => by[column] === 'owner')
}
