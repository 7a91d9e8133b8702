import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { codeHash, codeOf, linkHash, linkTokenOf, minutesLeft, standing } from './rules'
import { codeSchema, linkTokenSchema } from './schema'

const secret = 'a secret of the instance, long enough'
const id = '0192f0c1-0000-7000-8000-000000000001'
const now = new Date('2026-12-01T10:00:00Z')
const later = new Date('2026-12-01T10:10:00Z')

describe('codes', () => {
  it('are six digits, spread over all of them', () => {
    const codes = Array.from({ length: 3000 }, () => codeOf(uuidv7(), secret))
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBeGreaterThan(2950)
    for (const digit of '0123456789') {
      const first = codes.filter((code) => code.startsWith(digit)).length
      expect(first).toBeGreaterThan(200)
      expect(first).toBeLessThan(400)
    }
  })

  it('come out the same for the same row, so that a mail can be repeated', () => {
    expect(codeOf(id, secret)).toBe(codeOf(id, secret))
    expect(codeOf(id, 'another secret')).not.toBe(codeOf(id, secret))
  })

  it('cannot be read from what the tables keep', () => {
    expect(codeHash(id, '123456', secret)).not.toBe(codeHash(uuidv7(), '123456', secret))
    expect(codeHash(id, '123456', secret)).not.toBe(codeHash(id, '123456', 'another secret'))
    expect(linkHash(linkTokenOf(id, secret))).not.toContain(linkTokenOf(id, secret))
  })

  it('make links that the page accepts', () => {
    expect(linkTokenSchema.safeParse(linkTokenOf(id, secret)).success).toBe(true)
  })

  it.each(['123456', ' 123 456 ', '123-456', '123.456'])('are read as they are pasted: %j', (code) => {
    expect(codeSchema.parse({ id, code }).code).toBe('123456')
  })

  it.each(['', '12345', '1234567', '12345a', '१२३४५६'])('refuses %j', (code) => {
    expect(codeSchema.safeParse({ id, code }).error?.issues[0]?.message).toBe('code_shape')
  })
})

describe('standing', () => {
  it.each([
    ['open', { attempts: 4, expiresAt: later, usedAt: null }],
    ['used_up', { attempts: 5, expiresAt: later, usedAt: null }],
    ['expired', { attempts: 0, expiresAt: now, usedAt: null }],
    ['used', { attempts: 1, expiresAt: now, usedAt: now }],
  ])('%s', (expected, code) => {
    expect(standing(code, now)).toBe(expected)
  })
})

describe('minutesLeft', () => {
  it('counts a begun minute', () => {
    expect(minutesLeft(later, now)).toBe(10)
    expect(minutesLeft(new Date(now.getTime() + 1), now)).toBe(1)
    expect(minutesLeft(now, later)).toBe(0)
  })
})
