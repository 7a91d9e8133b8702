import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { momentsOf } from '@/lib/map/moments/rules'
import { NO_FILTERS } from '@/lib/map/rules'
import { isOpen } from '@/lib/spaces/hours/rules'
import { Opening } from './rules'

const HOURS = [
  'Mo-Fr 09:00-18:00',
  'Mo-Fr 08:00-12:00,14:00-19:00; Sa 09:00-12:00; PH off',
  '24/7',
  'Mo-Th 07:30-23:00; Fr,Sa 18:00-04:00; Su off',
  'Apr-Sep: Mo-Su 08:00-20:00; Oct-Mar: Mo-Su 09:00-18:00',
  'week 1-53/2 We 10:00-16:00',
  'Mo-Su 00:00-24:00 unknown',
  'Mo-Fr 09:00-17:00 "on the bell"',
  'Tu-Su sunrise-sunset',
  'Su 10:00+',
  'Dec 24-Jan 02 off; Mo-Su 10:00-22:00',
  'by appointment, perhaps',
]
const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
]
const place = { lat: 43.6, lng: 7, country: 'FR' }

/** About the changes of clocks, of the year, and any time. */
const moments = fc.oneof(
  fc.date({ min: new Date('2026-11-01'), max: new Date('2028-01-15'), noInvalidDate: true }),
  fc.date({ min: new Date('2027-03-27'), max: new Date('2027-03-29'), noInvalidDate: true }),
  fc.date({ min: new Date('2027-10-30'), max: new Date('2027-11-08'), noInvalidDate: true }),
  fc.date({ min: new Date('2026-12-30'), max: new Date('2027-01-02'), noInvalidDate: true }),
)
const asked = fc.constantFrom(
  { ...NO_FILTERS, open: true },
  { ...NO_FILTERS, late: true },
  { ...NO_FILTERS, open: true, late: true },
  { ...NO_FILTERS, openAt: '2027-03-28T02:30' },
  { ...NO_FILTERS, openAt: '2027-12-25T12:00', late: true },
)

describe('hours read once a week', () => {
  it('say of every group at any moment what reading its rule at that moment says', async () => {
    const opening = new Opening()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...HOURS),
        fc.constantFrom(...ZONES),
        moments,
        asked,
        async (hours, timeZone, at, filters) => {
          const group = opening.groupOf(hours, timeZone, place)
          const question = opening.ask(filters, at)
          await question?.read([group], async () => {})
          const each = momentsOf(filters, at, timeZone).every((moment) =>
            isOpen(hours, timeZone, moment, place),
          )
          expect(question?.isOpen(group), `${hours} in ${timeZone} at ${at.toISOString()}`).toBe(each)
        },
      ),
      { numRuns: 800 },
    )
  })

  it('are shared by places with the same, and follow the sun where they name it', () => {
    const opening = new Opening()
    const of = (hours: string, lat = 43.6, timeZone = 'Europe/Paris') =>
      opening.groupOf(hours, timeZone, { ...place, lat })
    expect(of('24/7')).toBe(of('24/7', 10))
    expect(of('24/7')).not.toBe(of('24/7', 43.6, 'Asia/Kathmandu'))
    expect(of('sunrise-sunset')).toBe(of('sunrise-sunset', 43.62))
    expect(of('sunrise-sunset')).not.toBe(of('sunrise-sunset', 43.7))
    expect(opening.groupOf(null, 'Europe/Paris', place)).toBe(0)
    expect(opening.groupOf('', 'Europe/Paris', place)).toBe(0)
  })

  it('are not known before they are read, are read once, and nobody knows those of group 0', async () => {
    const opening = new Opening()
    const at = new Date('2027-03-10T10:00:00Z')
    const group = opening.groupOf('Mo-Fr 09:00-18:00', 'Europe/Paris', place)
    const question = opening.ask({ ...NO_FILTERS, open: true }, at)
    expect(question?.isOpen(0)).toBe(false)
    expect(question?.isOpen(group)).toBeUndefined()
    const pause = vi.fn(async () => {})
    await question?.read([group, group], pause)
    expect(question?.isOpen(group)).toBe(true)
    // The same question in the same minute, another one in the next.
    expect(opening.ask({ ...NO_FILTERS, open: true }, new Date(at.getTime() + 59_000))).toBe(question)
    const next = opening.ask({ ...NO_FILTERS, open: true }, new Date(at.getTime() + 60_000))
    expect(next).not.toBe(question)
    expect(next?.isOpen(group)).toBe(true)
    expect(opening.ask(NO_FILTERS, at)).toBeNull()
  })

  it('are remembered of this week however many others are asked about', async () => {
    const opening = new Opening()
    const at = new Date('2027-03-10T10:00:00Z')
    const group = opening.groupOf('Mo-Fr 09:00-18:00', 'Europe/Paris', place)
    const open = { ...NO_FILTERS, open: true }
    const read = async (filters = open) => opening.ask(filters, at)?.read([group], async () => {})
    await read()
    for (let year = 2030; year < 2045; year++) await read({ ...NO_FILTERS, openAt: `${year}-05-05T10:00` })
    expect(opening.ask(open, new Date(at.getTime() + 60_000))?.isOpen(group)).toBe(true)
  })

  it('let others work between two rules, and take turns however many ask', async () => {
    const opening = new Opening()
    const groups = Array.from({ length: 9 }, (_, i) =>
      opening.groupOf(`Mo-Fr 0${i}:00-18:00`, 'Europe/Paris', place),
    )
    const pause = vi.fn(async () => {})
    const question = opening.ask({ ...NO_FILTERS, open: true }, new Date('2027-03-10T10:00:00Z'))
    await Promise.all([question?.read(groups, pause), question?.read(groups, pause)])
    // Nine rules, two at a time, each once.
    expect(pause).toHaveBeenCalledTimes(5)
    expect(groups.map((group) => question?.isOpen(group))).not.toContain(undefined)
  })
})
