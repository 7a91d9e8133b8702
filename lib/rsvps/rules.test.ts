import { describe, expect, it } from 'vitest'
import { confirmPage, door, firstName, leavePage, sortOutings } from './rules'

const now = new Date('2026-12-01T10:00:00Z')
const later = new Date('2026-12-01T12:00:00Z')
const open = { status: 'published' as const, endsAt: later, capacity: 10, seatsTaken: 9 }

describe('door', () => {
  it.each([
    ['open', {}],
    ['open', { capacity: null, seatsTaken: 900 }],
    ['full', { seatsTaken: 10 }],
    ['over', { endsAt: now }],
    ['over', { endsAt: now, seatsTaken: 10 }],
    ['cancelled', { status: 'cancelled' as const, endsAt: now }],
    ['draft', { status: 'draft' as const }],
  ])('is %s', (expected, overrides) => {
    expect(door({ ...open, ...overrides }, now)).toBe(expected)
  })
})

describe('sortOutings', () => {
  const rsvp = (id: string, status: 'going' | 'waitlisted' | 'cancelled' | 'removed', day: string) => ({
    id,
    status,
    event: { startsAt: new Date(`${day}T09:00:00Z`), endsAt: new Date(`${day}T11:00:00Z`) },
  })

  it('sorts what comes, what waits and what was', () => {
    const { coming, waiting, past } = sortOutings(
      [
        rsvp('next week', 'going', '2026-12-08'),
        rsvp('now', 'going', '2026-12-01'),
        rsvp('queue', 'waitlisted', '2026-12-05'),
        rsvp('in vain', 'waitlisted', '2026-11-05'),
        rsvp('given up', 'cancelled', '2026-12-06'),
        rsvp('taken off', 'removed', '2026-11-06'),
        rsvp('long ago', 'going', '2026-10-01'),
        rsvp('lately', 'going', '2026-11-20'),
      ],
      now,
    )
    expect(coming.map(({ id }) => id)).toEqual(['now', 'next week'])
    expect(waiting.map(({ id }) => id)).toEqual(['queue'])
    expect(past.map(({ id }) => id)).toEqual(['lately', 'long ago'])
  })
})

describe('leavePage', () => {
  const coming = { status: 'published' as const, endsAt: later }
  it.each([
    ['unknown', null],
    ['ask', { status: 'going' as const, event: coming }],
    ['ask', { status: 'waitlisted' as const, event: coming }],
    ['ask', { status: 'held' as const, event: coming }],
    ['already', { status: 'cancelled' as const, event: coming }],
    ['already', { status: 'removed' as const, event: { ...coming, endsAt: now } }],
    ['already', { status: 'declined' as const, event: { ...coming, status: 'cancelled' as const } }],
    ['cancelled', { status: 'going' as const, event: { status: 'cancelled' as const, endsAt: now } }],
    ['over', { status: 'going' as const, event: { ...coming, endsAt: now } }],
  ])('says %s to %o', (page, rsvp) => {
    expect(leavePage(rsvp, now)).toBe(page)
  })
})

describe('firstName', () => {
  it.each([
    ['Léa Martin', 'Léa'],
    ['  Jean-Marc  de la Tour', 'Jean-Marc'],
    ['', ''],
  ])('of %j is %j', (name, expected) => {
    expect(firstName(name)).toBe(expected)
  })
})

describe('confirmPage', () => {
  const offered = {
    status: 'offered' as const,
    heldUntil: later,
    event: { status: 'published' as const, endsAt: later },
  }
  it.each([
    ['ask', offered],
    ['lapsed', { ...offered, heldUntil: now }],
    ['lapsed', { ...offered, status: 'cancelled' as const, heldUntil: null }],
    ['going', { ...offered, status: 'going' as const, heldUntil: null }],
    ['cancelled', { ...offered, event: { ...offered.event, status: 'cancelled' as const } }],
    ['over', { ...offered, event: { ...offered.event, endsAt: now } }],
    ['unknown', null],
  ])('says %s', (expected, rsvp) => {
    expect(confirmPage(rsvp, now)).toBe(expected)
  })
})
