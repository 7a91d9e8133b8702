import { expect, test } from 'vitest'
import { byDay } from './rules'

const now = new Date('2027-03-10T09:00:00Z')
const event = (id: string, startsAt: string, timeZone = 'Europe/Paris') => ({ id, startsAt, timeZone })

test('each under the day of its place; what goes on since yesterday, under today', () => {
  const days = byDay(
    [
      event('since yesterday', '2027-03-09T18:00:00Z'),
      event('tonight in Paris', '2027-03-10T22:30:00Z'),
      event('tomorrow in Tokyo', '2027-03-10T22:45:00Z', 'Asia/Tokyo'),
      event('just after midnight', '2027-03-10T23:30:00Z'),
    ],
    now,
  )
  expect(days.map(({ day, events }) => [day, events.map(({ id }) => id)])).toEqual([
    ['2027-03-10', ['since yesterday', 'tonight in Paris']],
    ['2027-03-11', ['tomorrow in Tokyo', 'just after midnight']],
  ])
})

test('no events, no days', () => {
  expect(byDay([], now)).toEqual([])
})
