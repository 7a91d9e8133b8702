import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDigestDue, isNudgeDue, type Standing, weeksOf } from './rules'

const DAY = 86_400_000
// A Tuesday, 18:20 in Paris.
const now = new Date('2026-11-24T17:20:00Z')
const ago = (days: number) => new Date(now.getTime() - days * DAY)
const standing = (values: Partial<Standing> = {}): Standing => ({
  ...{ pace: 'weekly', hour: 18, timeZone: 'Europe/Paris', digestDay: null, changedAt: ago(100) },
  ...{ lastOut: ago(20), planned: false, lastNudge: null, lastDigest: null, unanswered: 0, quiet: null },
  ...values,
})

describe('the last eight weeks', () => {
  test('by the calendar of the zone: a Monday at 0:30 in Paris is still Sunday in UTC', () => {
    const weeks = weeksOf(
      [new Date('2026-11-22T23:30:00Z'), new Date('2026-10-05T10:00:00Z')],
      now,
      'Europe/Paris',
    )
    expect(weeks.map(({ monday }) => monday)).toEqual([
      ...[
        '2026-10-05',
        '2026-10-12',
        '2026-10-19',
        '2026-10-26',
        '2026-11-02',
        '2026-11-09',
        '2026-11-16',
        '2026-11-23',
      ],
    ])
    expect(weeks.map(({ out }) => out)).toEqual([true, false, false, false, false, false, false, true])
    expect(
      weeksOf([new Date('2026-11-22T23:30:00Z')], now, 'UTC')
        .map(({ out }) => out)
        .lastIndexOf(true),
    ).toBe(6)
  })

  test('over the turn of the year and the change of clocks, eight Mondays a week apart', () => {
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom('Europe/Paris', 'Pacific/Apia', 'America/New_York'),
        (at, timeZone) => {
          const mondays = weeksOf([at], at, timeZone)
          expect(mondays).toHaveLength(8)
          expect(mondays.at(-1)?.out).toBe(true)
          for (const [i, { monday }] of mondays.entries()) {
            expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
            if (i > 0) expect(Date.parse(monday) - Date.parse(mondays[i - 1]?.monday ?? '')).toBe(7 * DAY)
          }
        },
      ),
    )
  })
})

describe('"it has been a while"', () => {
  test.each([
    ['two weeks and more at a pace of one', {}, true],
    ['exactly two rhythms', { lastOut: ago(14) }, true],
    ['a little less', { lastOut: ago(13.9) }, false],
    ['never out, but the rhythm is new', { lastOut: null, changedAt: ago(3) }, false],
    ['never out, and the rhythm is old', { lastOut: null, changedAt: ago(15) }, true],
    ['something is planned', { planned: true }, false],
    ['told a week ago', { lastNudge: ago(7) }, true],
    ['told five days ago', { lastNudge: ago(5) }, false],
    ['two went unanswered', { unanswered: 2 }, true],
    ['three went unanswered', { unanswered: 3 }, false],
    ['a slower pace', { pace: 'fortnightly' }, false],
    ['a slower pace, and longer', { pace: 'fortnightly', lastOut: ago(28) }, true],
    ['a quicker pace', { pace: 'twice_weekly', lastOut: ago(8) }, true],
    ['a month', { pace: 'monthly', lastOut: ago(59) }, false],
    ['another hour', { hour: 19 }, false],
    ['an hour that has just passed', { hour: 16 }, true],
    ['an hour long passed', { hour: 15 }, false],
    ['another zone', { timeZone: 'America/New_York' }, false],
    ['quiet hours', { quiet: { from: 18 * 60, to: 8 * 60, timeZone: 'Europe/Paris' } }, false],
  ] as [string, Partial<Standing>, boolean][])('%s: %o → %s', (_, values, expected) => {
    expect(isNudgeDue(standing(values), now)).toBe(expected)
  })

  test('hour by hour over a year of silence: three letters, a week apart at least, at the chosen hour, then none', () => {
    for (const hour of [7, 13, 21]) {
      const sent: Date[] = []
      for (let at = ago(0).getTime(); at < now.getTime() + 365 * DAY; at += 3_600_000) {
        const moment = new Date(at)
        const values = { hour, lastNudge: sent.at(-1) ?? null, unanswered: sent.length }
        if (isNudgeDue(standing(values), moment)) sent.push(moment)
      }
      expect(sent).toHaveLength(3)
      for (const [i, at] of sent.entries())
        if (i > 0) expect(at.getTime() - (sent[i - 1]?.getTime() ?? 0)).toBeGreaterThanOrEqual(6.8 * DAY)
    }
  })
})

test.each([
  ['its day and hour', { digestDay: 2 }, true],
  ['not asked for', {}, false],
  ['another day', { digestDay: 3 }, false],
  ['sent an hour ago', { digestDay: 2, lastDigest: new Date(now.getTime() - 3_600_000) }, false],
  ['sent last week', { digestDay: 2, lastDigest: ago(7) }, true],
  ['another hour', { digestDay: 2, hour: 8 }, false],
] as [string, Partial<Standing>, boolean][])('a digest, %s: %o → %s', (_, values, expected) => {
  expect(isDigestDue(standing(values), now)).toBe(expected)
})
