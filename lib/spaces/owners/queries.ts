import { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { db } from '@/lib/db'
import { slugify } from '@/lib/slug'
import { isRefused } from '@/lib/spaces/claims/rules'

/** Where-clause of the spaces that somebody keeps the page of. */
export const keptBy = (personId: string) => ({ owners: { some: { freelancerId: personId } } })

/** Does this person keep the page of this space? */
export async function keeps(actor: Actor | null, spaceId: string): Promise<boolean> {
  if (!actor || !z.uuid().safeParse(spaceId).success) return false
  return (await db.spaceOwner.count({ where: { spaceId, freelancerId: actor.id } })) > 0
}

/** The spaces whose page somebody keeps, by name, and those that they asked an administrator for. */
export async function mySpaces(actor: Actor) {
  const place = { id: true, name: true, kind: true, city: true, confirmedOn: true, closedOn: true } as const
  const [owned, asked] = await Promise.all([
    db.space.findMany({
      where: keptBy(actor.id),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: {
        ...place,
        trialDay: true,
        _count: {
          select: {
            corrections: { where: { status: 'pending' } },
            trials: { where: { status: 'open' } },
          },
        },
      },
    }),
    db.spaceClaim.findMany({
      where: { freelancerId: actor.id, askedAt: { not: null } },
      orderBy: { askedAt: 'desc' },
      select: { askedAt: true, refusedAt: true, space: { select: place } },
    }),
  ])
  return {
    owned: owned.map(({ _count, ...space }) => ({
      ...space,
      slug: slugify(space.name),
      corrections: _count.corrections,
      trials: _count.trials,
    })),
    asked: asked.map(({ space, ...claim }) => ({ ...space, refused: isRefused(claim) })),
  }
}

export type MySpaces = Awaited<ReturnType<typeof mySpaces>>

/** A space as its owner's pages need it; null to anybody who is none. */
export async function keptSpace(spaceId: string, actor: Actor) {
  if (!z.uuid().safeParse(spaceId).success) return null
  const space = await db.space.findFirst({
    where: { id: spaceId, ...keptBy(actor.id) },
    select: {
      ...{ id: true, name: true, kind: true, city: true, timeZone: true, trialDay: true, trialNote: true },
      ...{ confirmedOn: true, closedOn: true, description: true },
      owners: {
        orderBy: [{ since: 'asc' }, { freelancerId: 'asc' }],
        select: { freelancerId: true, since: true, objectedAt: true, freelancer: { select: { name: true } } },
      },
    },
  })
  return (
    space && {
      ...space,
      slug: slugify(space.name),
      owners: space.owners.map(({ freelancer, freelancerId, since, objectedAt }) => ({
        ...{ id: freelancerId, name: freelancer.name, since, mine: freelancerId === actor.id },
        objected: objectedAt !== null,
      })),
    }
  )
}

export type KeptSpace = NonNullable<Awaited<ReturnType<typeof keptSpace>>>

/** Owners of whom another one says that they are none, oldest first; administrators alone read it. */
export async function objectedOwners(actor: Actor, limit: number) {
  if (!isAdmin(actor)) return { owners: [], total: 0 }
  const where = { objectedAt: { not: null } }
  const [owners, total] = await Promise.all([
    db.spaceOwner.findMany({
      where,
      orderBy: { objectedAt: 'asc' },
      take: limit,
      select: {
        ...{ spaceId: true, freelancerId: true, since: true, provenBy: true, objection: true },
        space: { select: { name: true, city: true, website: true } },
        freelancer: { select: { name: true, user: { select: { email: true } } } },
        objector: { select: { name: true, user: { select: { email: true } } } },
      },
    }),
    db.spaceOwner.count({ where }),
  ])
  return { owners, total }
}

export type ObjectedOwner = Awaited<ReturnType<typeof objectedOwners>>['owners'][number]

/** Who keeps the page of a space, for administrators alone; null where there is no such space, or to anybody else. */
export async function keepersOf(spaceId: string, actor: Actor) {
  if (!isAdmin(actor) || !z.uuid().safeParse(spaceId).success) return null
  return db.space.findUnique({
    where: { id: spaceId },
    select: {
      ...{ id: true, name: true },
      owners: {
        orderBy: [{ since: 'asc' }, { freelancerId: 'asc' }],
        select: {
          ...{ freelancerId: true, since: true, provenBy: true },
          freelancer: { select: { name: true, user: { select: { email: true } } } },
        },
      },
    },
  })
}

export type Keepers = NonNullable<Awaited<ReturnType<typeof keepersOf>>>

/** A correction as the letter to an owner tells of it; null once it is decided, and to anybody who is no owner. */
export async function correctionForOwner(correctionId: string, ownerId: string) {
  const row = await db.spaceCorrection.findFirst({
    where: { id: correctionId, status: 'pending', adds: false, space: keptBy(ownerId) },
    select: { spaceId: true },
  })
  return row?.spaceId ? ownerForMail(row.spaceId, ownerId) : null
}

/** Somebody and a space, as a letter to them about it is written. Null when either is gone. */
export async function ownerForMail(spaceId: string, freelancerId: string) {
  const [space, person] = await Promise.all([
    db.space.findUnique({ where: { id: spaceId }, select: { id: true, name: true, city: true } }),
    db.freelancer.findUnique({
      where: { id: freelancerId },
      select: {
        name: true,
        user: { select: { id: true, email: true, locale: true } },
        spaces: { where: { spaceId }, select: { provenBy: true } },
      },
    }),
  ])
  if (!space || !person) return null
  return { space, name: person.name, to: person.user, owner: person.spaces[0] ?? null }
}
