import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { db, type Transaction } from '@/lib/db'
import { firstName } from '@/lib/rsvps/rules'
import { slugify } from '@/lib/slug'
import { currentOf } from '@/lib/spaces/edits/rules'
import { changesSchema } from '@/lib/spaces/edits/schema'
import type { Prisma } from '@/prisma/client/client'
import { appliesAtOnce, type Standing, TRUST } from './policy'
import { linesOf } from './rules'

/** Milliseconds. */
const DAY = 86_400_000

/** Everything that decides whether somebody is believed at once. Counts are of what others decided. */
export async function standingOf(
  actor: Actor,
  spaceId: string | null,
  now: Date,
  tx: Transaction = db,
): Promise<Standing> {
  const byOthers = { authorId: actor.id, OR: [{ decidedBy: null }, { decidedBy: { not: actor.id } }] }
  const lately = { gt: new Date(now.getTime() - TRUST.refusedFor * DAY) }
  const applied = await tx.spaceCorrection.count({ where: { ...byOthers, status: 'applied' } })
  const refused = await tx.spaceCorrection.count({
    where: { ...byOthers, status: { in: ['refused', 'undone'] }, decidedAt: lately },
  })
  const [memberDays = 0] = await memberDaysOf([actor.id], now, tx)
  return {
    admin: isAdmin(actor),
    owner: spaceId !== null && (await owns(actor, spaceId, tx)),
    ...{ applied, refused, memberDays },
    there: spaceId !== null && (await wasThere(actor, spaceId, now, tx)),
  }
}

/** Is what this person says of a space applied at once, as long as it is nothing that two should look at? */
export async function believedAtOnce(actor: Actor, spaceId: string, now: Date): Promise<boolean> {
  const plain = { owned: false, ownersWord: false, closing: false, metres: 0 }
  return appliesAtOnce(await standingOf(actor, spaceId, now), plain)
}

/** For how many whole days each of these people has been a member. */
export async function memberDaysOf(
  ids: readonly string[],
  now: Date,
  tx: Transaction = db,
): Promise<number[]> {
  const users = await tx.user.findMany({
    where: { id: { in: [...ids] }, emailVerified: { not: null } },
    select: { emailVerified: true },
  })
  return users.map(({ emailVerified }) => Math.floor((now.getTime() - Number(emailVerified)) / DAY))
}

/** Is the space theirs? */
export async function owns(actor: Actor, spaceId: string, tx: Transaction = db): Promise<boolean> {
  return (await tx.spaceOwner.count({ where: { spaceId, freelancerId: actor.id } })) > 0
}

async function wasThere({ id }: Actor, spaceId: string, now: Date, tx: Transaction): Promise<boolean> {
  const said = { spaceId, freelancerId: id }
  if ((await tx.spaceConfirmation.count({ where: said })) > 0) return true
  if ((await tx.spaceObservation.count({ where: said })) > 0) return true
  const event = { spaceId, endsAt: { lt: now } }
  return (await tx.rsvp.count({ where: { freelancerId: id, status: 'going', event } })) > 0
}

const toReview = {
  ...{ id: true, changes: true, seen: true, note: true, adds: true, createdAt: true },
  space: true,
  author: {
    select: {
      id: true,
      name: true,
      corrections: { where: { status: { not: 'pending' } }, select: { status: true } },
    },
  },
} satisfies Prisma.SpaceCorrectionSelect

type RowToReview = Prisma.SpaceCorrectionGetPayload<{ select: typeof toReview }>

/** What somebody says of a space, with what they would change, for whoever decides. */
export type OpenCorrection = ReturnType<typeof toDecide>[number]

function toDecide({ space, author, changes, seen, ...row }: RowToReview) {
  if (!space) return []
  const { id, kind, name, street, city, lat, lng, closedOn } = space
  const decided = author?.corrections.map(({ status }) => status) ?? []
  return [
    {
      ...row,
      space: { id, kind, name, slug: slugify(name), street, city, lat, lng, closedOn },
      /** Null: they left. Counts of what became of the others that they sent. */
      author: author && {
        name: firstName(author.name),
        applied: decided.filter((status) => status === 'applied').length,
        refused: decided.filter((status) => status === 'refused' || status === 'undone').length,
      },
      lines: row.adds
        ? linesOf(changesSchema.parse(changes), {}, {})
        : linesOf(changesSchema.parse(changes), currentOf(space), changesSchema.catch({}).parse(seen)),
    },
  ]
}

/** What people say of these spaces and nobody decided yet, the oldest first. The caller has proven whose they are. */
export async function openCorrectionsOf(spaceIds: readonly string[], limit = 50): Promise<OpenCorrection[]> {
  return openCorrections({ spaceId: { in: [...spaceIds] }, status: 'pending', adds: false }, limit)
}

/** All that waits for an administrator, new places after corrections; nothing for who is none. */
export async function correctionsToReview(
  actor: Actor,
  limit: number,
): Promise<{ open: OpenCorrection[]; total: number; done: DecidedCorrection[] }> {
  if (!isAdmin(actor)) return { open: [], total: 0, done: [] }
  const where = { status: 'pending', spaceId: { not: null } } as const
  const [open, total, done] = await Promise.all([
    openCorrections(where, limit),
    db.spaceCorrection.count({ where }),
    decidedCorrections(limit),
  ])
  return { open, total, done }
}

async function openCorrections(where: Prisma.SpaceCorrectionWhereInput, limit: number) {
  const rows = await db.spaceCorrection.findMany({
    where,
    orderBy: [{ adds: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: toReview,
  })
  return rows.flatMap(toDecide)
}

const decided = {
  ...{ id: true, changes: true, status: true, answer: true, adds: true, createdAt: true, decidedAt: true },
  note: true,
  space: { select: { id: true, name: true, closedOn: true } },
  author: { select: { name: true } },
  decider: { select: { id: true, name: true } },
} satisfies Prisma.SpaceCorrectionSelect

export type DecidedCorrection = Awaited<ReturnType<typeof decidedCorrections>>[number]

/** What was applied lately and can be taken back, the latest first. */
async function decidedCorrections(limit: number) {
  const rows = await db.spaceCorrection.findMany({
    where: { status: 'applied', spaceId: { not: null } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: decided,
  })
  return rows.map(toDecided)
}

type DecidedRow = Prisma.SpaceCorrectionGetPayload<{ select: typeof decided }>

const toDecided = ({ changes, space, author, decider, ...row }: DecidedRow) => {
  const columns = changesSchema.catch({}).parse(changes)
  return {
    ...row,
    /** Null: it is gone. */
    space: space && { ...space, slug: slugify(space.name) },
    /** What it was called, where it is gone. */
    name: space?.name ?? columns.name ?? '',
    author: author && firstName(author.name),
    decider: decider && firstName(decider.name),
    lines: linesOf(columns, {}, {}),
  }
}

/** What somebody said of places, the latest first, with what became of it. */
export async function myCorrections(actor: Actor, limit: number) {
  const rows = await db.spaceCorrection.findMany({
    where: { authorId: actor.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: decided,
  })
  return rows.map((row) => ({
    ...toDecided(row),
    /** Applied on their word alone: they may take it back. */
    own: row.decider?.id === actor.id,
  }))
}

export type MyCorrection = Awaited<ReturnType<typeof myCorrections>>[number]

/** A decided correction as its author's letter tells of it; null while it waits, and when nobody is left to write to. */
export async function decidedForLetter(id: string) {
  const row = await db.spaceCorrection.findFirst({
    where: { id, status: { not: 'pending' } },
    select: {
      ...{ status: true, answer: true, adds: true, changes: true },
      space: { select: { id: true, name: true } },
      author: {
        select: { id: true, name: true, user: { select: { email: true, locale: true } } },
      },
    },
  })
  if (!row?.author || row.status === 'pending') return null
  const { author, changes, space, ...rest } = row
  const columns = changesSchema.catch({}).parse(changes)
  return { ...rest, status: row.status, author, space, name: space?.name ?? columns.name ?? '' }
}

export type DecidedForLetter = NonNullable<Awaited<ReturnType<typeof decidedForLetter>>>
