import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { ok, type Result } from '@/lib/result'
import { standings } from './queries'
import { isDigestDue, isNudgeDue } from './rules'
import type { RhythmInput } from './schema'

/** Where the browser did not say where it is. */
const SOMEWHERE = 'Europe/Paris'

/** Chooses how often one would like to be out, and when one may be written to. */
export async function keepRhythm(actor: Actor, { timeZone, ...choices }: RhythmInput): Promise<Result> {
  await db.rhythm.upsert({
    where: { freelancerId: actor.id },
    create: { freelancerId: actor.id, ...choices, timeZone: timeZone ?? SOMEWHERE },
    update: { ...choices, ...(timeZone ? { timeZone } : {}), changedAt: now() },
  })
  return ok()
}

/** No rhythm any more: the choice and its letters are forgotten. */
export async function dropRhythm(actor: Actor): Promise<Result> {
  await db.rhythm.deleteMany({ where: { freelancerId: actor.id } })
  return ok()
}

/**
 * Writes the letters that are due at this hour, each once however often and by however many this is done: the letter's
 * row and its job are written together. Answers how many.
 */
export async function queueRhythmLetters(at: Date = now()): Promise<number> {
  const dueAt = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000)
  let queued = 0
  for (const standing of await standings(at)) {
    const { freelancerId } = standing
    const due = [
      isNudgeDue(standing, at) ? 'nudge' : null,
      isDigestDue(standing, at) ? 'digest' : null,
    ] as const
    for (const kind of due) {
      if (!kind) continue
      queued += await db.$transaction(async (tx) => {
        // The rhythm's row is locked: of two that look at once, the second finds the letter written.
        await tx.$queryRaw`SELECT 1 FROM rhythms WHERE freelancer_id = ${freelancerId}::uuid FOR UPDATE`
        const lately = { gt: new Date(at.getTime() - 6 * 86_400_000) }
        if ((await tx.rhythmLetter.count({ where: { freelancerId, kind, dueAt: lately } })) > 0) return 0
        const { count } = await tx.rhythmLetter.createMany({
          data: [{ freelancerId, kind, dueAt }],
          skipDuplicates: true,
        })
        if (count > 0)
          await enqueue(tx, 'rhythm_letter', { freelancerId, letter: kind, dueAt: dueAt.toISOString() })
        return count
      })
    }
  }
  return queued
}
