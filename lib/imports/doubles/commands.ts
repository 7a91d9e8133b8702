import type { Transaction } from '@/lib/db'
import { recountAll } from '@/lib/spaces/observations/commands'

/**
 * Makes one space of two. What hangs on the dropped one goes to the kept one, whose own row stays wherever both have
 * one; visits are added up. The dropped one leaves an alias, so that links to it go on. Of its fields only what
 * people found at both changes: other facts are for the importer to merge anew. Throws a RangeError when the two are one or either is not there.
 */
export async function mergeSpaces(tx: Transaction, keepId: string, dropId: string): Promise<void> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT id FROM spaces WHERE id IN (${keepId}::uuid, ${dropId}::uuid) ORDER BY id FOR UPDATE`
  if (locked.length !== 2) throw new RangeError(`no two spaces: ${keepId}, ${dropId}`)
  await moveWhole(tx, keepId, dropId)
  await moveUnlessThere(tx, keepId, dropId)
  await recountAll(tx, keepId)
  await addVisits(tx, keepId, dropId)
  await moveDoubles(tx, keepId, dropId)
  await tx.spaceAlias.updateMany({ where: { spaceId: dropId }, data: { spaceId: keepId } })
  await tx.space.delete({ where: { id: dropId } })
  await tx.spaceAlias.create({ data: { id: dropId, spaceId: keepId } })
}

async function moveWhole(tx: Transaction, keepId: string, dropId: string): Promise<void> {
  const change = { where: { spaceId: dropId }, data: { spaceId: keepId } }
  await tx.spaceSource.updateMany(change)
  await tx.event.updateMany(change)
  await tx.wishDraft.updateMany(change)
  await tx.coffee.updateMany(change)
  await tx.presence.updateMany(change)
  await tx.spaceCorrection.updateMany(change)
}

/** Rows that a space has one of for each person or picture: what cannot move goes with the dropped space. */
async function moveUnlessThere(tx: Transaction, keepId: string, dropId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE space_photos moved SET space_id = ${keepId}::uuid WHERE space_id = ${dropId}::uuid AND NOT EXISTS
      (SELECT FROM space_photos kept WHERE kept.space_id = ${keepId}::uuid AND kept.url = moved.url)`
  await tx.$executeRaw`
    UPDATE space_confirmations moved SET space_id = ${keepId}::uuid WHERE space_id = ${dropId}::uuid AND NOT EXISTS
      (SELECT FROM space_confirmations kept
        WHERE kept.space_id = ${keepId}::uuid AND kept.freelancer_id = moved.freelancer_id)`
  await tx.$executeRaw`
    UPDATE space_observations moved SET space_id = ${keepId}::uuid WHERE space_id = ${dropId}::uuid AND NOT EXISTS
      (SELECT FROM space_observations kept WHERE kept.space_id = ${keepId}::uuid
        AND kept.freelancer_id = moved.freelancer_id AND kept.topic = moved.topic)`
  await tx.$executeRaw`
    UPDATE space_claims moved SET space_id = ${keepId}::uuid WHERE space_id = ${dropId}::uuid AND NOT EXISTS
      (SELECT FROM space_claims kept
        WHERE kept.space_id = ${keepId}::uuid AND kept.freelancer_id = moved.freelancer_id)`
  await tx.$executeRaw`
    UPDATE space_owners moved SET space_id = ${keepId}::uuid WHERE space_id = ${dropId}::uuid AND NOT EXISTS
      (SELECT FROM space_owners kept
        WHERE kept.space_id = ${keepId}::uuid AND kept.freelancer_id = moved.freelancer_id)`
  await tx.$executeRaw`
    UPDATE space_trials moved SET space_id = ${keepId}::uuid WHERE space_id = ${dropId}::uuid AND NOT EXISTS
      (SELECT FROM space_trials kept
        WHERE kept.space_id = ${keepId}::uuid AND kept.freelancer_id = moved.freelancer_id)`
}

async function addVisits(tx: Transaction, keepId: string, dropId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO space_visits AS kept (space_id, day, half_days)
    SELECT ${keepId}::uuid, day, half_days FROM space_visits WHERE space_id = ${dropId}::uuid
    ON CONFLICT (space_id, day) DO UPDATE SET half_days = kept.half_days + excluded.half_days`
}

/** What was asked or decided of the dropped space and a third one holds of the kept one. */
async function moveDoubles(tx: Transaction, keepId: string, dropId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO space_doubles (first_id, second_id, score, status, decided_at, created_at)
    SELECT least(third, ${keepId}::uuid), greatest(third, ${keepId}::uuid), score, status, decided_at, created_at
    FROM (SELECT CASE first_id WHEN ${dropId}::uuid THEN second_id ELSE first_id END AS third, *
      FROM space_doubles WHERE ${dropId}::uuid IN (first_id, second_id)) AS dropped
    WHERE third <> ${keepId}::uuid
    ON CONFLICT DO NOTHING`
}
