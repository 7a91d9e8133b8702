import { expect, it } from 'vitest'
import type { RsvpStatus } from '@/lib/rsvps/schema'
import { mayGreet } from './policy'

const outing = (status: RsvpStatus) => ({
  organizerId: 'organizer',
  hosts: [{ freelancerId: 'cohost' }],
  rsvps: [{ freelancerId: 'guest', status }],
})

it.each([
  ['organizer', 'cancelled', true],
  ['cohost', 'cancelled', true],
  ['guest', 'going', true],
  ['guest', 'waitlisted', false],
  ['guest', 'offered', false],
  ['guest', 'maybe', false],
  ['guest', 'cancelled', false],
  ['guest', 'removed', false],
  ['stranger', 'going', false],
] as const)('the %s, whose guest is %s: %s', (id, status, may) => {
  expect(mayGreet({ id }, outing(status))).toBe(may)
})
