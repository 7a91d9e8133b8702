import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'
import { measures } from './queries'

instanceSetting('ADMIN_EMAILS', 'ada@example.org')

/** A Wednesday; figures stand as of Monday the 23rd. */
const now = new Date('2026-11-25T12:00:00Z')
const at = (day: string, time = '18:00') => new Date(`2026-${day}T${time}:00Z`)

beforeEach(async () => {
  await db.event.deleteMany()
  await db.user.deleteMany()
  await db.minutesSpent.deleteMany()
  await db.wishOutcome.deleteMany()
})

const ada = async () => ({ ...toActor(await makeFreelancer()), email: 'ada@example.org' })

async function member(created: string, values: Parameters<typeof makeFreelancer>[0] = {}) {
  const { id } = await makeFreelancer(values)
  await db.user.update({ where: { id }, data: { createdAt: at(created) } })
  return id
}

const crowd = (size: number, created: string, values = {}) =>
  Promise.all(Array.from({ length: size }, () => member(created, values)))

/** An event that is over, whose organizer is too new to be in any figure. */
async function outing(day: string, guests: string[], values = {}) {
  const event = await makeEvent({ startsAt: at(day), endsAt: at(day, '20:00'), ...values })
  for (const [i, freelancerId] of guests.entries())
    await makeRsvp({ eventId: event.id, freelancerId, position: i + 1 })
  return event
}

const figures = async (demo = false) => measures(await ada(), { now, demo })

it('is for those who look after the instance', async () => {
  expect(await measures(null, { now })).toBeNull()
  expect(await measures(toActor(await makeFreelancer()), { now })).toBeNull()
  expect((await figures())?.until).toEqual(at('11-23', '00:00'))
})

it('says nothing of an empty instance, nor of four people', async () => {
  const nothing = {
    firstOutings: null,
    comingBack: null,
    pairs: null,
    wishes: null,
    outings: null,
    minutes: null,
  }
  expect(await figures()).toMatchObject(nothing)
  const four = await crowd(4, '08-01', { visibility: 'members', seeAgain: true })
  for (const day of ['09-01', '09-08', '11-18']) await outing(day, four)
  expect(await figures()).toMatchObject(nothing)
})

describe('from account to first outing', () => {
  it('counts days on the calendar of the place, the first outing alone', async () => {
    const people = await crowd(12, '10-01')
    await outing('10-04', people.slice(0, 6))
    await outing('10-21', people.slice(0, 11))
    const figure = (await figures())?.firstOutings
    // Six after three days, five after twenty, one not yet.
    expect(figure).toMatchObject({ people: 10, median: 3 })
    expect(figure?.bars.filter(({ share }) => share !== null)).toEqual([{ key: 'week', share: 0.5 }])
  })

  it('is not moved by what was no outing', async () => {
    const people = await crowd(10, '10-01')
    await outing('10-10', people)
    for (const status of ['cancelled', 'draft'] as const) await outing('10-02', people, { status })
    await outing('12-01', people)
    await outing('10-02', people, { lat: null, lng: null, onlineUrl: 'https://meet.example.org' })
    const counted = await outing('10-02', people)
    await db.rsvp.updateMany({
      where: { eventId: counted.id, freelancerId: people[0] },
      data: { checkedInAt: at('10-02') },
    })
    const unsure = await outing('10-03', people)
    await db.rsvp.updateMany({ where: { eventId: unsure.id }, data: { status: 'maybe' } })
    // One was seen at the door on the second day; the other nine came first after nine.
    expect((await figures())?.firstOutings?.median).toBe(9)
  })

  it('counts hosts to whom somebody came', async () => {
    const hosts = await crowd(6, '10-01')
    for (const [i, organizerId] of hosts.entries())
      await outing(`10-0${i + 2}`, i === 0 ? [] : [await member('11-24')], { organizerId })
    expect((await figures())?.firstOutings?.median).toBe(4)
  })
})

it('counts coffees that took place, not those that one sat at alone, nor those online', async () => {
  const people = await crowd(10, '10-01')
  const yes = { answer: 'yes', times: 1, answeredAt: at('10-01') } as const
  const coffee = (day: string, [one, other]: string[], seat = {}, values = {}) =>
    db.coffee.create({
      data: {
        ...{
          week: at('10-05', '00:00'),
          timeZone: 'Europe/Paris',
          options: [at(day, '10:00')],
          minutes: 45,
          status: 'agreed',
        },
        ...{ startsAt: at(day, '10:00'), decideBy: at('10-01'), ...values },
        seats: {
          create: [
            { freelancerId: one ?? '', ...yes },
            { freelancerId: other ?? '', ...yes, ...seat },
          ],
        },
      },
    })
  for (let i = 0; i < 10; i += 2) {
    const two = people.slice(i, i + 2)
    await coffee('10-02', two, { missed: true })
    await coffee('10-03', two, {}, { kind: 'online' })
    await coffee('10-04', two, {}, { status: 'cancelled' })
    await coffee('10-07', two)
  }
  expect((await figures())?.firstOutings?.median).toBe(6)
})

it('counts who was out again within thirty days, once these are over', async () => {
  const people = await crowd(20, '08-01')
  await outing('09-01', people.slice(0, 12))
  // The same day is not coming back, and the thirty-first is too late.
  await outing('09-01', people.slice(0, 12))
  await outing('09-20', people.slice(0, 6))
  await outing('10-02', people.slice(6, 12))
  await outing('11-10', people.slice(12))
  await outing('11-12', people.slice(12))
  expect((await figures())?.comingBack).toEqual({
    people: 10,
    share: 0.5,
    bars: [{ key: '2026-09', share: 0.5 }],
  })
})

it('counts outings for each member, week by week', async () => {
  const people = await crowd(10, '11-10')
  await crowd(10, '11-17')
  await outing('11-12', people.slice(0, 5))
  await outing('11-13', people.slice(0, 5))
  await outing('11-18', people.slice(0, 8))
  const figure = (await figures())?.outings
  expect(figure?.points).toHaveLength(12)
  expect(figure?.points.slice(-2)).toEqual([
    { week: at('11-09', '00:00'), value: 1 },
    { week: at('11-16', '00:00'), value: 0.4 },
  ])
  expect(figure?.overall).toBe(18 / 30)
})

it('counts pairs who met three times, of those who agreed to be seen', async () => {
  const seen = await crowd(5, '09-01', { visibility: 'members', seeAgain: true })
  const shy = await member('09-01', { visibility: 'hidden' })
  for (const day of ['10-01', '10-08', '10-15']) await outing(day, [...seen, shy])
  await outing('10-22', seen.slice(0, 2))
  expect((await figures())?.pairs).toBe(10)
})

it('knows the demo’s people from real ones', async () => {
  await outing('10-04', await crowd(5, '10-01'))
  await outing('10-09', await crowd(5, '10-01', { demo: true }))
  expect((await figures())?.firstOutings?.median).toBe(3)
  expect((await figures(true))?.firstOutings?.median).toBe(8)
})

it('takes the minutes of whole weeks of five people', async () => {
  await db.minutesSpent.createMany({
    data: [
      { week: new Date('2026-11-16'), minutes: 3, people: 4 },
      { week: new Date('2026-11-16'), minutes: 9, people: 1 },
      { week: new Date('2026-11-09'), minutes: 30, people: 4 },
      { week: new Date('2026-11-23'), minutes: 50, people: 9 },
    ],
  })
  const figure = (await figures())?.minutes
  expect(figure?.overall).toBe(3)
  expect(figure?.points.at(-1)).toEqual({ week: at('11-16', '00:00'), value: 3 })
  expect(figure?.points.at(-2)?.value).toBeNull()
})

describe('wishes', () => {
  const day = (text: string) => new Date(`2026-${text}`)
  const ended = (count: number, wished: string, over: string, eventId: string | null = null) =>
    db.wishOutcome.createMany({
      data: Array.from({ length: count }, () => ({
        ...{ cellLat: 43.5, cellLng: 7, wishedOn: day(wished), endedOn: day(over), eventId },
      })),
    })

  it('are those that ended within the year: in an outing, or faded', async () => {
    const [one, other] = [await makeEvent(), await makeEvent({ status: 'cancelled' })]
    await ended(6, '10-01', '10-20', one.id)
    await ended(3, '09-01', '10-25', other.id)
    await ended(3, '09-15', '11-14')
    await ended(9, '11-20', '11-24', one.id)
    expect((await figures())?.wishes).toEqual({ share: 0.5, wishes: 10, outings: 1 })
  })

  it('are of five people only where five were there at once', async () => {
    const event = await makeEvent()
    await ended(6, '10-01', '10-20', event.id)
    for (const month of ['06', '07', '08', '09', '10']) await ended(1, `${month}-01`, `${month}-28`)
    expect((await figures())?.wishes).toBeNull()
    await ended(4, '10-27', '10-29')
    expect((await figures())?.wishes?.outings).toBe(1)
  })
})
