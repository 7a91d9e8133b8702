import { z } from 'zod'
import { codeOf, minutesLeft, standing } from '@/lib/accounts/codes/rules'
import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import { slugify } from '@/lib/slug'
import { codeBySite, MANY_TOWNS, type NoCode, SETTLES, type Site, siteOf } from '@/lib/spaces/domains/rules'
import { CLAIM_CODE, isRefused } from './rules'

/** Places whose page somebody may keep: they stand, and are nobody's home. */
export const claimable = { closedOn: null, kind: { not: 'home_table' } } as const

/** Where-clause of the claims that wait for an administrator: asked, or asked again after a no. */
export const waiting = () => ({
  askedAt: { not: null },
  OR: [{ refusedAt: null }, { askedAt: { gt: db.spaceClaim.fields.refusedAt } }],
})

type Verdict = { ok: true; site: Site } | { ok: false; reason: NoCode | 'site_many' | 'site_decided' }

/** May this person prove by mail that the space is theirs? Asked again when the code is typed: a website may change meanwhile. */
export async function proofBySite(
  tx: Transaction,
  spaceId: string,
  actor: Actor,
  at: Date,
): Promise<Verdict | null> {
  const space = await tx.space.findFirst({
    where: { id: spaceId, ...claimable },
    select: {
      website: true,
      websiteSince: true,
      corrections: { where: { authorId: actor.id }, select: { changes: true } },
      claims: { where: { freelancerId: actor.id, refusedAt: { not: null } }, select: { id: true } },
    },
  })
  if (!space) return null
  // What an administrator refused or took away is theirs alone to give.
  if (space.claims.length > 0) return { ok: false, reason: 'site_decided' }
  const byClaimant = space.corrections.some(({ changes }) => saysSite(changes, space.website))
  const verdict = codeBySite({ ...space, byClaimant }, at)
  if (!verdict.ok) return verdict
  return (await townsOf(tx, verdict.site.domain)) < MANY_TOWNS ? verdict : { ok: false, reason: 'site_many' }
}

/** Does somebody's correction, whatever became of it, or the place that they added, speak of a site of that domain? */
function saysSite(changes: unknown, website: string | null): boolean {
  const said = (changes as { website?: unknown } | null)?.website
  if (typeof said !== 'string') return false
  return siteOf(said)?.domain === siteOf(website)?.domain
}

/** In how many towns places give a website of this domain or below it: by an index of host names read backwards. */
async function townsOf(tx: Transaction, domain: string): Promise<number> {
  const backwards = [...domain].reverse().join('')
  const [row] = await tx.$queryRaw<{ towns: number }[]>`
    SELECT count(DISTINCT lower(coalesce(nullif(city, ''), postcode)))::int AS towns
    FROM spaces WHERE (website_host(website) = ${backwards} OR website_host(website) LIKE ${`${backwards}.%`})
      AND website IS NOT NULL AND closed_on IS NULL`
  return row?.towns ?? 0
}

/** What the page where somebody claims a space shows; null where there is none to claim. */
export async function claimPage(spaceId: string, actor: Actor, at: Date) {
  if (!z.uuid().safeParse(spaceId).success) return null
  const space = await db.space.findFirst({
    where: { id: spaceId, ...claimable },
    select: { id: true, name: true, city: true, website: true, websiteSince: true },
  })
  if (!space) return null
  const key = { spaceId_freelancerId: { spaceId, freelancerId: actor.id } }
  const [owner, claim, proof] = await Promise.all([
    db.spaceOwner.findUnique({ where: key, select: { since: true } }),
    db.spaceClaim.findUnique({ where: key }),
    proofBySite(db, spaceId, actor, at),
  ])
  const { websiteSince } = space
  return {
    ...{
      id: space.id,
      name: space.name,
      slug: slugify(space.name),
      city: space.city,
      website: space.website,
    },
    owned: owner !== null,
    proof: proof ?? ({ ok: false, reason: 'site_none' } as const),
    /** From when on a website that was changed lately proves something. */
    settlesOn: websiteSince && new Date(websiteSince.getTime() + SETTLES * 86_400_000),
    code: claim?.codeHash
      ? {
          email: claim.email,
          expiresAt: claim.expiresAt,
          returned: claim.returnedAt !== null,
          standing: standing({ ...claim, usedAt: null }, at),
          minutesLeft: minutesLeft(claim.expiresAt, at),
        }
      : null,
    asked: claim?.askedAt ? { note: claim.note, refused: isRefused(claim), answer: claim.answer } : null,
  }
}

export type ClaimPage = NonNullable<Awaited<ReturnType<typeof claimPage>>>

/** What the mail with a code must know, the code itself included; null when it can't be used any more. */
export async function claimForMail(id: string) {
  const claim = await db.spaceClaim.findUnique({
    where: { id },
    include: {
      space: { select: { name: true } },
      freelancer: { select: { user: { select: { locale: true } } } },
    },
  })
  if (!claim?.codeHash || standing({ ...claim, usedAt: null }, now()) !== 'open') return null
  return {
    code: codeOf(id, env().authSecret, CLAIM_CODE),
    email: claim.email,
    place: claim.space.name,
    locale: claim.freelancer.user.locale as Locale,
  }
}

/** A refusal as its letter tells it; null when somebody thought better of it. */
export async function refusalForMail(id: string) {
  const claim = await db.spaceClaim.findFirst({
    where: { id, refusedAt: { not: null } },
    select: {
      answer: true,
      space: { select: { id: true, name: true } },
      freelancer: { select: { name: true, user: { select: { id: true, email: true, locale: true } } } },
    },
  })
  return claim && { ...claim, to: claim.freelancer.user, name: claim.freelancer.name }
}

/** Who asks an administrator to say that a space is theirs, oldest first; nobody else reads it. */
export async function askedClaims(actor: Actor, limit: number) {
  if (!isAdmin(actor)) return { claims: [], total: 0 }
  const where = waiting()
  const [claims, total] = await Promise.all([
    db.spaceClaim.findMany({
      where,
      orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
      take: limit,
      select: {
        ...{ id: true, note: true, askedAt: true },
        freelancer: { select: { name: true, user: { select: { email: true, createdAt: true } } } },
        space: {
          select: {
            ...{ id: true, name: true, street: true, postcode: true, city: true },
            ...{ website: true, websiteSince: true, phone: true, email: true },
            owners: { select: { freelancer: { select: { name: true } } } },
          },
        },
      },
    }),
    db.spaceClaim.count({ where }),
  ])
  return { claims, total }
}

export type AskedClaim = Awaited<ReturnType<typeof askedClaims>>['claims'][number]
