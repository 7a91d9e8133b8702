import { describe, expect, it } from 'vitest'
import { afterEntries, codeFrom, doorState, headcount, readCode, scannable } from './rules'
import type { DoorEntry, DoorList } from './schema'

const now = new Date('2026-11-23T18:00:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)

it.each([
  ['a day before', 'published', 24, 'open'],
  ['earlier', 'published', 24.1, 'early'],
  ['a week after', 'published', -7 * 24 - 2, 'open'],
  ['later', 'published', -7 * 24 - 2.1, 'over'],
  ['called off', 'cancelled', 1, 'none'],
  ['a draft', 'draft', 1, 'none'],
] as const)('the door, %s, %s', (_case, status, from, state) => {
  expect(doorState({ status, startsAt: hours(from), endsAt: hours(from + 2) }, now)).toBe(state)
})

describe('a code', () => {
  it('is seven letters and digits of the first 35 bits', () => {
    expect(codeFrom(new Uint8Array([0, 0, 0, 0, 0]))).toBe('0000000')
    expect(codeFrom(new Uint8Array([255, 255, 255, 255, 255]))).toBe('ZZZZZZZ')
    expect(
      codeFrom(new Uint8Array([0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_00000])),
    ).toBe('1234567')
  })

  it.each([
    ['scanned', scannable('7XK2M9Q'), '7XK2M9Q'],
    ['typed as it is', '7XK2M9Q', '7XK2M9Q'],
    ['typed in haste', ' 7xk-2m 9q ', '7XK2M9Q'],
    ['with an O for a 0 and an l for a 1', '7OK2Ml9', '70K2M19'],
    ['too short', '7XK2M9', null],
    ['another QR code', 'https://example.org', null],
    ['with a U, which no code has', '7XK2MUQ', null],
  ])('%s', (_case, text, code) => {
    expect(readCode(text)).toBe(code)
  })
})

describe('what phones did, one after the other', () => {
  const guest = { name: 'Ana', trade: '', firstTime: false, note: '', code: '' }
  const list = (...seen: string[]): DoorList => ({
    ...{ eventId: 'e', title: 'Apéro', endsAt: '' },
    guests: [
      { ...guest, rsvpId: 'ana', partySize: 3, seen },
      { ...guest, rsvpId: 'bob', partySize: 1, seen: [] },
    ],
    walkIns: [],
  })
  const at = now.toISOString()
  const present = (id: string): DoorEntry => ({ type: 'present', rsvpId: 'ana', id, at })
  const absent = (...knew: string[]): DoorEntry => ({ type: 'absent', rsvpId: 'ana', knew })
  const ana = (known: DoorList) => known.guests[0]?.seen

  it('whoever is seen twice is there once', () => {
    expect(ana(afterEntries(list(), [present('a'), present('a'), present('b')]))).toEqual(['a', 'b'])
  })

  it('taking back undoes what was known, whoever had seen them', () => {
    expect(ana(afterEntries(list('b'), [present('a'), absent('a', 'b')]))).toEqual([])
  })

  it('but not a sighting made elsewhere meanwhile: they are present', () => {
    expect(ana(afterEntries(list('b'), [present('a'), absent('a')]))).toEqual(['b'])
  })

  it('walk-ins come once and can go again', () => {
    const bob: DoorEntry = { type: 'walk_in', id: 'w', name: 'Bob', at }
    const known = afterEntries(list(), [bob, bob])
    expect(known.walkIns).toEqual([{ id: 'w', name: 'Bob' }])
    expect(afterEntries(known, [{ type: 'walk_out', id: 'w' }]).walkIns).toEqual([])
  })

  it('counts people, not rows', () => {
    const walkIn: DoorEntry = { type: 'walk_in', id: 'w', name: '', at }
    expect(headcount(afterEntries(list(), [present('a'), walkIn]))).toEqual({ there: 4, expected: 5 })
  })
})
