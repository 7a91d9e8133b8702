import { expect, test } from 'vitest'
import { mayTrust } from './policy'
import { nextStep, type Watch } from './rules'

const at = (time: string) => new Date(`2027-03-10T${time}:00Z`)
const watch: Watch = {
  ...{ telling: 'at_start', grace: 30, extra: 0, reachable: true },
  ...{ toldAt: null, remindedAt: null, warnedAt: null, alarmedAt: null },
  ...{ leftAt: null, offAt: null, closedAt: null },
  event: { startsAt: at('19:00'), endsAt: at('21:00') },
}
const told = { toldAt: at('19:00') }
const reminded = { ...told, remindedAt: at('21:00') }
const warned = { ...reminded, warnedAt: at('21:30') }

test.each<[string, Partial<Watch>, string, string, string]>([
  ['before', {}, '12:00', 'tell', '2027-03-10T19:00'],
  ['an hour before', { telling: 'hour_before' }, '12:00', 'tell', '2027-03-10T18:00'],
  ['nothing is told unless needed', { telling: 'if_needed' }, '12:00', 'remind', '2027-03-10T21:00'],
  ['nobody reads it', { reachable: false }, '12:00', 'remind', '2027-03-10T21:00'],
  ['told', told, '19:01', 'remind', '2027-03-10T21:00'],
  ['an hour more', { ...told, extra: 60 }, '20:00', 'remind', '2027-03-10T22:00'],
  ['told too late to be of use', {}, '21:05', 'remind', '2027-03-10T21:00'],
  ['reminded', reminded, '21:01', 'warn', '2027-03-10T21:30'],
  ['a pause of the worker: asked before anybody is told', told, '23:00', 'warn', '2027-03-10T21:30'],
  ['warned', warned, '21:31', 'alarm', '2027-03-10T21:45'],
  ['warned late', { ...reminded, warnedAt: at('23:00') }, '23:00', 'alarm', '2027-03-10T23:15'],
  ['warned, and nobody to tell', { ...warned, reachable: false }, '21:31', 'forget', '2027-03-11T21:30'],
  ['alarmed', { ...warned, alarmedAt: at('21:45') }, '22:00', 'forget', '2027-03-11T21:30'],
  ['left, told', { ...told, leftAt: at('20:30') }, '20:30', 'close', '2027-03-10T20:30'],
  ['left, nobody told', { leftAt: at('20:30') }, '20:30', 'forget', '2027-03-11T20:30'],
  [
    'left after the alarm',
    { ...warned, alarmedAt: at('21:45'), leftAt: at('21:50') },
    '21:50',
    'close',
    '2027-03-10T21:50',
  ],
  ['called off', { ...told, offAt: at('19:30') }, '19:30', 'close', '2027-03-10T19:30'],
  ['closed', { ...told, leftAt: at('20:30'), closedAt: at('20:30') }, '20:31', 'forget', '2027-03-11T20:30'],
])('%s', (_, facts, now, step, due) => {
  expect(nextStep({ ...watch, ...facts }, at(now))).toEqual({ step, at: new Date(`${due}:00Z`) })
})

test.each([
  ['me', null, 'published', 'home_table', true],
  ['you', 'going', 'published', 'home_table', true],
  ['you', 'asked', 'published', 'home_table', false],
  ['you', null, 'published', 'home_table', false],
  ['you', 'going', 'cancelled', 'home_table', false],
  ['you', 'going', 'published', 'lunch', false],
] as const)('hosted by %s, I am %s, it is a %s %s: %s', (organizerId, rsvp, status, kind, may) => {
  expect(mayTrust('me', { kind, status, organizerId, rsvp })).toBe(may)
})
