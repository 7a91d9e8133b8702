import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { freePort } from '@/lib/platform/ports'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { PrismaClient } from '@/prisma/client/client'
import {
  isCheckViolation,
  isForeignKeyViolation,
  isRetryable,
  isUniqueViolation,
  isUnreachable,
} from './db-errors'

const KINDS = { isUniqueViolation, isForeignKeyViolation, isCheckViolation, isRetryable, isUnreachable }

async function failureOf(work: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

/** The names of all that this error is: exactly one, or the kinds could not be told apart. */
const kindsOf = (error: unknown) => Object.entries(KINDS).flatMap(([name, is]) => (is(error) ? [name] : []))

/** The same failure by a call of Prisma's, by raw SQL, and by each inside a transaction. */
function eachWay(
  call: (tx: Transaction) => PromiseLike<unknown>,
  raw: (tx: Transaction) => PromiseLike<unknown>,
) {
  return {
    'a call': () => call(db),
    'raw SQL': () => raw(db),
    'a call in a transaction': () => db.$transaction(async (tx) => call(tx)),
    'raw SQL in a transaction': () => db.$transaction(async (tx) => raw(tx)),
  }
}

async function expectEach(ways: Record<string, () => PromiseLike<unknown>>, kind: keyof typeof KINDS) {
  for (const [way, work] of Object.entries(ways)) {
    expect({ way, kinds: kindsOf(await failureOf(work)) }).toEqual({ way, kinds: [kind] })
  }
}

it('knows a value that another row has already', async () => {
  const { email } = await makeFreelancer()
  await expectEach(
    eachWay(
      (tx) => tx.user.create({ data: { email, locale: 'fr' } }),
      (tx) =>
        tx.$queryRaw`INSERT INTO users (id, email, locale) VALUES (${randomUUID()}::uuid, ${email}, 'fr')`,
    ),
    'isUniqueViolation',
  )
})

it('knows a row that is not there, and a row that is still pointed at', async () => {
  const event = await makeEvent()
  const nobody = randomUUID()
  await expectEach(
    eachWay(
      (tx) => tx.session.create({ data: { userId: nobody, tokenHash: nobody, expires: now() } }),
      (tx) => tx.$queryRaw`UPDATE events SET organizer_id = ${nobody}::uuid WHERE id = ${event.id}::uuid`,
    ),
    'isForeignKeyViolation',
  )
  await expectEach(
    eachWay(
      (tx) => tx.freelancer.delete({ where: { id: event.organizerId } }),
      (tx) => tx.$queryRaw`DELETE FROM freelancers WHERE id = ${event.organizerId}::uuid`,
    ),
    'isForeignKeyViolation',
  )
})

it('knows a CHECK that refused, and which', async () => {
  const space = await makeSpace()
  const where = { id: space.id }
  const ways = eachWay(
    (tx) => tx.space.update({ where, data: { lat: 91 } }),
    (tx) => tx.$queryRaw`UPDATE spaces SET lat = 91 WHERE id = ${space.id}::uuid`,
  )
  await expectEach(ways, 'isCheckViolation')
  for (const work of Object.values(ways)) {
    const error = await failureOf(work)
    expect(isCheckViolation(error, 'spaces_on_earth')).toBe(true)
    expect(isCheckViolation(error, 'spaces_name_present')).toBe(false)
  }
})

/** Two transactions that both begin before either writes. */
function rendezvous() {
  let waiting = 2
  const { promise, resolve } = Promise.withResolvers<void>()
  return () => {
    waiting -= 1
    if (waiting === 0) resolve()
    return promise
  }
}

describe('a conflict that may succeed when done again', () => {
  it.each(['a call', 'raw SQL'])('is known when writes cannot be put in order, by %s', async (way) => {
    const { id } = await makeSpace({ capacity: 1 })
    const met = rendezvous()
    const write = () =>
      db.$transaction(
        async (tx) => {
          await tx.space.findUniqueOrThrow({ where: { id } })
          await met()
          if (way === 'a call') await tx.space.update({ where: { id }, data: { capacity: 2 } })
          else await tx.$queryRaw`UPDATE spaces SET capacity = 2 WHERE id = ${id}::uuid`
        },
        { isolationLevel: 'Serializable' },
      )
    const failed = (await Promise.allSettled([write(), write()])).filter(
      ({ status }) => status === 'rejected',
    )
    expect(failed.map((result) => 'reason' in result && kindsOf(result.reason))).toEqual([['isRetryable']])
  })

  it.each(['a call', 'raw SQL'])('is known when each waits for the other, by %s', async (way) => {
    const one = await makeSpace()
    const two = await makeSpace()
    const met = rendezvous()
    const rename = async (tx: Transaction, id: string) => {
      if (way === 'a call') await tx.space.update({ where: { id }, data: { name: 'Ici' } })
      else await tx.$queryRaw`UPDATE spaces SET name = 'Ici' WHERE id = ${id}::uuid`
    }
    const write = (first: string, second: string) =>
      db.$transaction(async (tx) => {
        await rename(tx, first)
        await met()
        await rename(tx, second)
      })
    const all = await Promise.allSettled([write(one.id, two.id), write(two.id, one.id)])
    const failed = all.filter(({ status }) => status === 'rejected')
    expect(failed.map((result) => 'reason' in result && kindsOf(result.reason))).toEqual([['isRetryable']])
  })
})

it('knows a database that does not answer', async () => {
  const connectionString = `postgresql://nobody:nothing@127.0.0.1:${await freePort()}/nowhere`
  const nowhere = new PrismaClient({ adapter: new PrismaPg({ connectionString }) })
  await expectEach(
    {
      'a call': () => nowhere.user.count(),
      'raw SQL': () => nowhere.$queryRaw`SELECT 1`,
      'a transaction': () => nowhere.$transaction(async (tx) => tx.user.count()),
    },
    'isUnreachable',
  )
  await nowhere.$disconnect()
})

it('takes nothing else for any of these', async () => {
  const surprises = [new Error('x'), null, 'P2002', await failureOf(() => db.$queryRaw`SELECT 1 / 0`)]
  expect(surprises.map(kindsOf)).toEqual([[], [], [], []])
})
