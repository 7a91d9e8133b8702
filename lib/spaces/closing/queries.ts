import type { Actor } from '@/lib/accounts/schema'
import { db, type Transaction } from '@/lib/db'
import { changesSchema } from '@/lib/spaces/edits/schema'

/** Words on whether a space closed that nobody has decided about, all of one kind: each says the other of what is so. */
export async function openWords(tx: Transaction, spaceId: string) {
  const rows = await tx.spaceCorrection.findMany({
    where: { spaceId, status: 'pending', adds: false },
    select: { id: true, authorId: true, changes: true, space: { select: { closedOn: true } } },
  })
  return rows.flatMap(({ changes, space, ...word }) => {
    const { closedOn } = changesSchema.catch({}).parse(changes)
    const other = closedOn !== undefined && (closedOn === null) !== (space?.closedOn === null)
    return other ? [word] : []
  })
}

/** Who says that an open space closed, or a closed one is open: how many, and which word is the viewer's. */
export type ClosingWords = { people: number; mine: string | null }

/** Null where nobody is to be asked. */
export async function closingWords(
  { id, kind }: { id: string; kind: string },
  actor: Actor | null,
): Promise<ClosingWords | null> {
  if (kind === 'home_table') return null
  const words = await openWords(db, id)
  return {
    people: words.length,
    mine: words.find(({ authorId }) => authorId && authorId === actor?.id)?.id ?? null,
  }
}
