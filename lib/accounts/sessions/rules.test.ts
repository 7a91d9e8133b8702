import { expect, it } from 'vitest'
import { hashToken, sessionEnd } from './rules'

it('ends 180 days after it opened, to the second, whatever the clocks do meanwhile', () => {
  expect(sessionEnd(new Date('2026-01-15T10:00:00Z'))).toEqual(new Date('2026-07-14T10:00:00Z'))
})

it('keeps SHA-256 of the cookie’s value', () => {
  // FIPS 180-2, appendix B.1.
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
