import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { removeAdded } from '@/lib/spaces/additions/commands'
import { applyChanges, lockedSpace, type Speaker, undoChanges } from '@/lib/spaces/edits/commands'
import { type SpaceToEdit, spaceToEdit } from '@/lib/spaces/edits/queries'
import {
  alreadySo,
  changedFields,
  changedSince,
  columnsOf,
  currentOf,
  type FormValues,
  formValues,
  only,
} from '@/lib/spaces/edits/rules'
import {
  type Before,
  beforeSchema,
  type Changes,
  changesSchema,
  type SpaceField,
  spaceFormSchema,
} from '@/lib/spaces/edits/schema'
import { askOwners } from '@/lib/spaces/owners/commands'
import { columnsSaid } from '@/lib/spaces/typed/rules'
import type { Space, SpaceCorrection } from '@/prisma/client/client'
import { appliesAtOnce, mayDecide } from './policy'
import { owns, standingOf } from './queries'
import { columnsOfFields, conflicting, metresMoved, ownersWord } from './rules'
import type { CorrectionInput, Decision } from './schema'

/** Somebody who walks through a town sends a dozen; more is a machine. */
const SENT_A_DAY = { limit: 30, windowSeconds: 24 * 3600 }

export type SuggestRefusal = 'place_unknown' | 'place_closed' | 'nothing_changed' | 'too_many_corrections'

/** What became of a correction when it was sent. `words`: its hours could not be read, and stay as they were typed. */
export type Suggested = { id: string; applied: boolean; words: boolean }

/**
 * Sends what somebody would change about a space: only what differs from what they were shown. From whoever is trusted
 * it applies at once, unless somebody changed the same meanwhile.
 */
export async function suggestCorrection(
  actor: Actor,
  { spaceId, note, seen, ...form }: CorrectionInput,
): Promise<Result<Suggested, SuggestRefusal>> {
  const space = await spaceToEdit(spaceId)
  if (!space || space.kind === 'home_table') return refuse('place_unknown')
  if (space.closedOn) return refuse('place_closed')
  const shownThen = seen ?? formValues(space)
  const changed = changedFields(shownThen, form)
  const said = columnsSaid(changed, space)
  const done = alreadySo(currentOf(space), said)
  const changes = only(
    said,
    columnsOf(said).filter((column) => !done.includes(column)),
  )
  if (columnsOf(changes).length === 0 && note === '') return refuse('nothing_changed')
  const at = now()
  if (!(await takeToken('correct', actor.id, SENT_A_DAY, at))) return refuse('too_many_corrections')
  const stale = conflicting(Object.keys(changed) as SpaceField[], shownThen, formValues(space))
  const saw = { ...only(currentOf(space), columnsOf(changes)), ...columnsShown(stale, shownThen, space) }
  const words = typeof changes.hoursText === 'string'
  return db.$transaction(async (tx) => {
    const row = await lockedSpace(tx, space.id)
    if (!row) return refuse('place_unknown')
    const sent = { changes, seen: saw, note, authorId: actor.id, spaceId: space.id, createdAt: at }
    const meant = columnsOf(changes).length > 0 && changedSince(currentOf(row), saw, changes).length === 0
    const standing = await standingOf(actor, space.id, at, tx)
    if (
      meant &&
      stale.length === 0 &&
      appliesAtOnce(standing, touchedBy(changes, row, await owned(tx, row.id)))
    ) {
      const by = standing.owner ? 'owner' : 'people'
      const id = await recordApplied(tx, sent, { actor, by, now: at })
      return ok({ id, applied: true, words })
    }
    const { id } = await tx.spaceCorrection.create({ data: sent, select: { id: true } })
    await askOwners(tx, space.id, id)
    return ok({ id, applied: false, words })
  })
}

/** What the form showed of some fields, as columns. */
function columnsShown(fields: SpaceField[], shown: FormValues, space: SpaceToEdit): Changes {
  const parsed = spaceFormSchema.safeParse(
    Object.fromEntries(fields.map((field) => [field, shown[field] ?? ''])),
  )
  return parsed.success ? columnsSaid(parsed.data, space) : {}
}

type Sent = {
  changes: Changes
  seen: Changes
  note: string
  authorId: string
  spaceId: string
  createdAt: Date
}

/** Applies what somebody says at once, and keeps how it was. The caller holds the space and has asked whether they may. */
export async function recordApplied(
  tx: Transaction,
  sent: Sent,
  { actor, by, now }: { actor: Actor; by: Speaker; now: Date },
): Promise<string> {
  const before = beforeSchema.parse(await applyChanges(tx, sent.spaceId, sent.changes, by, now))
  const decided = { status: 'applied' as const, decidedBy: actor.id, decidedAt: now, before }
  const { id } = await tx.spaceCorrection.create({ data: { ...sent, ...decided }, select: { id: true } })
  await settleSame(tx, sent.spaceId, decided)
  return id
}

type Settled = { status: 'applied'; decidedBy?: string; decidedAt: Date; before: Before }

/** Others who said the same, and nothing else, were right as well. A note is for somebody to read. */
export async function settleSame(tx: Transaction, spaceId: string, decided: Settled): Promise<void> {
  const open = await tx.spaceCorrection.findMany({
    where: { spaceId, status: 'pending', adds: false, note: '' },
  })
  const space = await tx.space.findUniqueOrThrow({ where: { id: spaceId } })
  for (const correction of open) {
    const changes = changesSchema.parse(correction.changes)
    if (alreadySo(currentOf(space), changes).length < columnsOf(changes).length) continue
    await tx.spaceCorrection.update({ where: { id: correction.id }, data: decided })
    await tellAuthor(tx, correction, decided.decidedBy)
  }
}

/** What a correction of a space is about, for the policy. */
export const touchedBy = (changes: Changes, space: Space, isOwned: boolean) => ({
  owned: isOwned,
  ownersWord: ownersWord(columnsOf(changes), space.provenance),
  closing: 'closedOn' in changes,
  metres: metresMoved(changes, space),
})

/** Has anybody claimed this space? */
export const owned = async (tx: Transaction, spaceId: string) =>
  (await tx.spaceOwner.count({ where: { spaceId } })) > 0

export type DecideRefusal = 'correction_unknown' | 'correction_decided' | 'nothing_to_apply' | 'place_in_use'

/**
 * Applies or refuses what somebody says of a space, with an answer to them. `fields` are those to apply, by their names
 * in the form; where they are not given, all that nobody changed since it was sent. A new place is kept or taken off the map.
 */
export async function decideCorrection(
  actor: Actor,
  id: string,
  decision: Decision,
  answer = '',
  fields?: readonly string[],
): Promise<Result<undefined, DecideRefusal>> {
  return onCorrection(actor, { id, status: 'pending', by: 'decider' }, async (tx, correction, space) => {
    const at = now()
    const admin = isAdmin(actor)
    // Whether there is such a place at all is no owner's to say.
    if (correction.adds && !admin) return refuse('correction_unknown')
    const decided = { answer, decidedBy: actor.id, decidedAt: at }
    if (decision === 'refuse') {
      if (correction.adds && !(await removeAdded(tx, space.id))) return refuse('place_in_use')
      await tx.spaceCorrection.update({ where: { id }, data: { ...decided, status: 'refused' } })
    } else if (correction.adds) {
      await tx.spaceCorrection.update({ where: { id }, data: { ...decided, status: 'applied' } })
    } else {
      const before = await applyChosen(tx, correction, space, { actor, fields, at })
      if (!before) return refuse('nothing_to_apply')
      await tx.spaceCorrection.update({ where: { id }, data: { ...decided, status: 'applied', before } })
      await settleSame(tx, space.id, { status: 'applied', decidedBy: actor.id, decidedAt: at, before })
    }
    await tellAuthor(tx, correction, actor.id)
    return ok()
  })
}

/** Applies what is chosen of a correction; null where nothing of it makes sense any more. */
async function applyChosen(
  tx: Transaction,
  { changes: stored, seen }: SpaceCorrection,
  space: Space,
  { actor, fields, at }: { actor: Actor; fields?: readonly string[]; at: Date },
) {
  const changes = changesSchema.parse(stored)
  const current = currentOf(space)
  const stale = changedSince(current, changesSchema.parse(seen), changes)
  const named = fields && columnsOfFields(fields)
  const chosen = columnsOf(changes).filter((column) =>
    named ? named.includes(column) : !stale.includes(column),
  )
  const all = columnsOf(changes).length
  if (all > 0 && chosen.length === 0 && alreadySo(current, changes).length < all) return null
  const by = (await owns(actor, space.id, tx)) ? 'owner' : 'people'
  return beforeSchema.parse(await applyChanges(tx, space.id, only(changes, chosen), by, at))
}

/** Takes back what was applied, where nobody said something else since; of a new place, the place. */
export async function undoCorrection(actor: Actor, id: string): Promise<Result<undefined, DecideRefusal>> {
  return onCorrection(actor, { id, status: 'applied', by: 'either' }, async (tx, correction, space) => {
    const at = now()
    if (correction.adds) {
      if (!isAdmin(actor) && correction.authorId !== actor.id) return refuse('correction_unknown')
      if (!(await removeAdded(tx, space.id))) return refuse('place_in_use')
    } else {
      const was = {
        changes: changesSchema.parse(correction.changes),
        before: beforeSchema.parse(correction.before),
      }
      await undoChanges(tx, space.id, was, at)
    }
    const undone = { status: 'undone', decidedBy: actor.id, decidedAt: at } as const
    await tx.spaceCorrection.update({ where: { id }, data: undone })
    await tellAuthor(tx, correction, actor.id)
    return ok()
  })
}

/** Takes back one's own word while nobody has decided; of a new place, the place as well. */
export async function withdrawCorrection(
  actor: Actor,
  id: string,
): Promise<Result<undefined, DecideRefusal>> {
  return onCorrection(actor, { id, status: 'pending', by: 'author' }, async (tx, correction, space) => {
    if (correction.adds && !(await removeAdded(tx, space.id))) return refuse('place_in_use')
    await tx.spaceCorrection.delete({ where: { id }, select: { id: true } })
    return ok()
  })
}

/** Who may: those who decide about the space, whoever sent it (and decided it alone), or any of them. */
type Asked = { id: string; status: 'pending' | 'applied'; by: 'decider' | 'author' | 'either' }

/**
 * Work on a correction that is in some state. The space is locked first, as everybody does who writes to it; two who
 * decide at once take turns, and the second is told.
 */
async function onCorrection(
  actor: Actor,
  { id, status, by }: Asked,
  work: (
    tx: Transaction,
    correction: SpaceCorrection,
    space: Space,
  ) => Promise<Result<undefined, DecideRefusal>>,
): Promise<Result<undefined, DecideRefusal>> {
  return db.$transaction(async (tx) => {
    const found = await tx.spaceCorrection.findUnique({ where: { id }, select: { spaceId: true } })
    const space = found?.spaceId ? await lockedSpace(tx, found.spaceId) : null
    const correction = await tx.spaceCorrection.findUnique({ where: { id } })
    if (!space || !correction || correction.spaceId !== space.id) return refuse('correction_unknown')
    const decides = mayDecide({ admin: isAdmin(actor), owner: await owns(actor, space.id, tx) })
    const own =
      correction.authorId === actor.id && (status === 'pending' || correction.decidedBy === actor.id)
    if (!(by !== 'author' && decides) && !(by !== 'decider' && own)) return refuse('correction_unknown')
    return correction.status === status ? work(tx, correction, space) : refuse('correction_decided')
  })
}

async function tellAuthor(
  tx: Transaction,
  { id, authorId }: SpaceCorrection,
  decider?: string,
): Promise<void> {
  if (authorId !== null && authorId !== decider) await enqueue(tx, 'correction_decided', { correctionId: id })
}

/**
 * Facts stay when their author leaves, and nobody's name is on them (the database unties it); the notes that they wrote
 * go, and what was nothing but a note.
 */
export async function forgetNotes(tx: Transaction, authorId: string): Promise<void> {
  await tx.spaceCorrection.deleteMany({ where: { authorId, status: 'pending', changes: { equals: {} } } })
  await tx.spaceCorrection.updateMany({ where: { authorId }, data: { note: '', answer: '' } })
}
