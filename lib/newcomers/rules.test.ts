import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysLeft, nextStep, type Progress, walked } from './rules'

const DAY = 86_400_000
const now = new Date('2026-11-24T12:00:00Z')
const progress = (values: Partial<Progress> = {}): Progress => ({
  ...{
    startedAt: new Date(now.getTime() - 3 * DAY),
    greeter: 'none',
    greeterNear: true,
    coffee: 'none',
    events: 0,
  },
  ...values,
})

test.each([
  ['first of all, somebody who welcomes', {}, 'greeter'],
  ['nobody does near: an outing', { greeterNear: false }, 'event'],
  ['asked, and waiting: an outing meanwhile', { greeter: 'asked' }, 'event'],
  ['then coffees', { greeter: 'agreed', events: 1 }, 'coffee'],
  ['then two more', { greeter: 'agreed', coffee: 'awaited', events: 1 }, 'event'],
  ['all asked for: wait', { greeter: 'agreed', coffee: 'awaited', events: 3 }, 'wait'],
  ['all done', { greeter: 'agreed', coffee: 'agreed', events: 3 }, 'done'],
  ['all done where nobody welcomes', { greeterNear: false, coffee: 'agreed', events: 3 }, 'done'],
  ['thirty days are over', { startedAt: new Date(now.getTime() - 30 * DAY) }, 'over'],
  [
    'done stays done',
    { startedAt: new Date(now.getTime() - 40 * DAY), greeter: 'agreed', coffee: 'agreed', events: 4 },
    'done',
  ],
] as [string, Partial<Progress>, string][])('%s', (_, values, step) => {
  expect(nextStep(progress(values), now)).toBe(step)
})

test('whoever does each step as it comes gets there in five, and is never sent back', () => {
  const near = fc.boolean()
  fc.assert(
    fc.property(near, (greeterNear) => {
      let state = progress({ greeterNear })
      const seen: number[] = []
      for (let i = 0; i < 10; i++) {
        const step = nextStep(state, now)
        seen.push(walked(state))
        if (step === 'greeter') state = { ...state, greeter: 'agreed' }
        else if (step === 'event') state = { ...state, events: state.events + 1 }
        else if (step === 'coffee') state = { ...state, coffee: 'agreed' }
        else break
      }
      expect(walked(state)).toBe(greeterNear ? 5 : 4)
      expect(seen).toEqual([...seen].sort((a, b) => a - b))
    }),
  )
})

test('days are counted down to none', () => {
  expect(daysLeft(progress(), now)).toBe(27)
  expect(daysLeft(progress({ startedAt: now }), now)).toBe(30)
  expect(daysLeft(progress({ startedAt: new Date(0) }), now)).toBe(0)
})
