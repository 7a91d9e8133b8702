import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { purgeTakings, takeToken } from './commands'
import { KEEP_TAKINGS } from './rules'

const FIVE_AN_HOUR = { limit: 5, windowSeconds: 3600 }
const at = (time: string) => new Date(`2026-11-23T${time}Z`)
const take = (time: string, value = 'ada@example.org', kind = 'mail') =>
  takeToken(kind, value, FIVE_AN_HOUR, at(time))

async function useUp(time: string) {
  for (let i = 0; i < FIVE_AN_HOUR.limit; i++) expect(await take(time)).toBe(true)
}

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

describe('taking', () => {
  it('is granted exactly as often as the limit says, however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => take('10:30:00')))
    expect(answers.filter(Boolean)).toHaveLength(FIVE_AN_HOUR.limit)
  })

  it('begins again with the next window, not a millisecond before', async () => {
    await useUp('10:00:00.000')
    expect(await take('10:59:59.999')).toBe(false)
    expect(await take('11:00:00.000')).toBe(true)
  })

  it('is counted for each value and each kind alone', async () => {
    await useUp('10:30:00')
    expect(await take('10:30:00')).toBe(false)
    expect(await take('10:30:00', 'grace@example.org')).toBe(true)
    expect(await take('10:30:00', 'ada@example.org', 'publish')).toBe(true)
  })
})

it('keeps no address that could be read', async () => {
  await take('10:30:00')
  expect(JSON.stringify(await db.rateLimit.findMany())).not.toContain('ada')
})

it('forgets what no window needs any more', async () => {
  await take('10:00:00')
  const later = (milliseconds: number) => new Date(at('10:00:00').getTime() + milliseconds)
  expect(await purgeTakings(later(KEEP_TAKINGS))).toBe(0)
  expect(await purgeTakings(later(KEEP_TAKINGS + 1))).toBe(1)
  expect(await db.rateLimit.count()).toBe(0)
})
