import { v7 } from 'uuid'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { timeZoneAt } from '@/lib/geo/zone'
import { lockImports } from '@/lib/imports/spaces/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { slugify } from '@/lib/slug'
import type { Changes } from '@/lib/spaces/edits/schema'
import { columnsSaid } from '@/lib/spaces/typed/rules'
import { nearestTown } from '@/lib/towns/queries'
import { type LikelyDouble, likelyDoubles, pointOf } from './queries'
import type { AdditionInput } from './schema'

/** Each try counts, also one that is asked about. */
const TRIED_A_DAY = { limit: 20, windowSeconds: 24 * 3600 }
/** Milliseconds. An import that is at it is waited for, batch by batch. */
const TIMEOUT = 20_000

export type AddRefusal = 'place_required' | 'town_unknown' | 'too_many_places'

/** The new space; or what it may be one with, to be asked about first. */
export type Added = { id: string; slug: string; words: boolean } | { doubles: LikelyDouble[] }

/**
 * Puts a place on the map at once, in the name of the people; an administrator looks at it later. What it may be one with
 * and its author has not said is another (`different`) is asked about first, and nothing is written.
 */
export async function addSpace(
  actor: Actor,
  { different, ...form }: AdditionInput,
): Promise<Result<Added, AddRefusal>> {
  const { street = '', postcode = '', city = '', position = null } = form
  if (!position && !postcode && !city) return refuse('place_required')
  const stands = await pointOf(position, { postcode, city })
  if (!stands) return refuse('town_unknown')
  const { point, approximate, town } = stands
  const named = town ?? (await nearestTown(point))
  const address = {
    ...{
      street,
      postcode: postcode || (approximate ? (named?.postcode ?? '') : ''),
      city: city || (named?.name ?? ''),
    },
    country: form.country || (named?.country ?? ''),
  }
  const at = now()
  if (!(await takeToken('add_space', actor.id, TRIED_A_DAY, at))) return refuse('too_many_places')
  const said = told(columnsSaid({ ...form, ...address }, { ...point, country: address.country }))
  return db.$transaction(
    async (tx) => {
      // Two who add the same at once take turns, and so does an import that brings it.
      await lockImports(tx)
      const sketch = { ...address, name: form.name, kind: form.kind, point, approximate }
      const doubles = await likelyDoubles(sketch, tx)
      if (doubles.some(({ id }) => !different.includes(id))) return ok({ doubles })
      const id = v7({ msecs: at.getTime() })
      const provenance = Object.fromEntries(Object.keys(said).map((column) => [column, 'people']))
      const place = { ...point, approximate, timeZone: timeZoneAt(point), createdAt: at }
      await tx.space.create({ data: { name: form.name, kind: form.kind, ...said, ...place, id, provenance } })
      await tx.spaceCorrection.create({
        data: { spaceId: id, authorId: actor.id, changes: said, adds: true, createdAt: at },
      })
      await ask(tx, id, doubles)
      return ok({ id, slug: slugify(form.name), words: typeof said.hoursText === 'string' })
    },
    { timeout: TIMEOUT, maxWait: TIMEOUT },
  )
}

/** What somebody said of a new place: what is unknown is nobody's word, nor is a currency without a price. */
function told({ currency, ...rest }: Changes): Changes {
  const known = (value: unknown) =>
    value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  const said: Changes = Object.fromEntries(Object.entries(rest).filter(([, value]) => known(value)))
  const priced = [said.priceHour, said.priceDay, said.priceMonth].some((price) => price !== undefined)
  return priced && currency ? { ...said, currency } : said
}

/** Whoever looks after the instance compares what its author says are two. */
async function ask(tx: Transaction, id: string, doubles: LikelyDouble[]): Promise<void> {
  await tx.spaceDouble.createMany({
    data: doubles.map((double) => {
      const [firstId = '', secondId = ''] = [id, double.id].sort()
      return { firstId, secondId, score: Math.min(double.score, 0.84) }
    }),
    skipDuplicates: true,
  })
}

/**
 * Takes a place that a person added off the map again, in the caller's transaction. False, and nothing is done, where a
 * source knows it by now, somebody meets there, has it, or said something of it: then it can only close.
 */
export async function removeAdded(tx: Transaction, id: string): Promise<boolean> {
  const nobody = { none: {} }
  const { count } = await tx.space.deleteMany({
    where: {
      ...{ id, sources: nobody, events: nobody, wishDrafts: nobody, coffees: nobody, presences: nobody },
      ...{ photos: nobody, confirmations: nobody, observations: nobody, claims: nobody, owners: nobody },
      ...{ visits: nobody, aliases: nobody },
    },
  })
  return count > 0
}
