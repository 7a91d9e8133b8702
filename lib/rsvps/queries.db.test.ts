import { describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { company } from '@/lib/rsvps/company/queries'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { cancelRsvp, joinEvent, rsvpToken } from './commands'
import { myRsvp, outings, placeInQueue, rsvpForMail, rsvpOfToken } from './queries'

const HOUR = 3_600_000
const someone = (name: string, visibility: 'hidden' | 'members' = 'members') =>
  makeFreelancer({ name, visibility })

async function joined(eventId: string, ...people: Awaited<ReturnType<typeof someone>>[]) {
  for (const person of people) await joinEvent(toActor(person), eventId)
}

describe('company', () => {
  it('is a number alone for somebody who is signed out', async () => {
    const event = await makeEvent()
    await joined(event.id, await someone('Ana Costa'), await someone('Bo', 'hidden'))
    expect(await company(null, event.id)).toEqual({ going: 2, firstNames: [] })
  })

  it('names, by first name, those whom members may see, and never the viewer', async () => {
    const event = await makeEvent()
    const viewer = await someone('Zoé')
    await joined(
      event.id,
      await someone('Ana Costa'),
      await someone('Bo', 'hidden'),
      viewer,
      await someone('Cléo'),
    )
    expect(await company(viewer.id, event.id)).toEqual({ going: 4, firstNames: ['Ana', 'Cléo'] })
  })

  it('leaves out those who wait', async () => {
    const event = await makeEvent({ capacity: 1 })
    await joined(event.id, await someone('Ana'), await someone('Bo'))
    expect(await company((await someone('Zoé')).id, event.id)).toEqual({ going: 1, firstNames: ['Ana'] })
  })
})

describe('outings', () => {
  it('tells the place in each queue, and sorts what comes from what was', async () => {
    const ana = await someone('Ana')
    const in2 = await makeEvent({ title: 'Déjeuner' })
    const full = await makeEvent({ title: 'Afterwork', capacity: 1 })
    const packed = await makeEvent({ title: 'Atelier', capacity: 1 })
    const gone = await makeEvent({
      title: 'Open coffee',
      startsAt: new Date(now().getTime() - 3 * HOUR),
      endsAt: new Date(now().getTime() + HOUR),
    })
    await joined(full.id, await someone('Bo'))
    await joined(packed.id, await someone('Bo'), await someone('Cléo'))
    for (const event of [in2, full, packed, gone]) await joined(event.id, ana)
    const { coming, waiting, past } = await outings(ana.id, new Date(now().getTime() + 2 * HOUR))
    expect(coming.map(({ title }) => title)).toEqual(['Déjeuner'])
    expect(waiting.map(({ title, place }) => [title, place])).toEqual([
      ['Afterwork', 1],
      ['Atelier', 2],
    ])
    expect(past.map(({ title }) => title)).toEqual(['Open coffee'])
  })
})

describe('the queue', () => {
  it('counts the places of those who wait, from 1, and moves up', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob, cleo] = [await someone('Ana'), await someone('Bo'), await someone('Cléo')]
    await joined(event.id, ana, bob, cleo)
    const { position } = await db.rsvp.findFirstOrThrow({ where: { freelancerId: cleo.id } })
    expect(await placeInQueue(event.id, position)).toBe(2)
    expect(await placeInQueue((await makeEvent()).id, position)).toBe(0)
    await cancelRsvp(toActor(bob), event.id)
    expect(await placeInQueue(event.id, position)).toBe(1)
  })
})

describe('what a mail is about', () => {
  async function seated() {
    const event = await makeEvent({ title: 'Déjeuner' })
    const ana = await makeFreelancer({ name: 'Ana Costa', locale: 'en' })
    await joined(event.id, ana)
    const { id } = await db.rsvp.findFirstOrThrow({ where: { freelancerId: ana.id } })
    return { id, event, ana }
  }

  it('is found by its link, as long as it was made here', async () => {
    const { id, event, ana } = await seated()
    const token = rsvpToken(id)
    expect(await rsvpOfToken(token)).toMatchObject({
      ...{ eventId: event.id, freelancerId: ana.id, status: 'going', quiet: false },
      event: { title: 'Déjeuner', status: 'published' },
    })
    expect(await rsvpOfToken(rsvpToken(event.id))).toBeNull()
    for (const wrong of ['', id, `${token}x`, token.slice(0, -1), 'x'.repeat(500)]) {
      expect(await rsvpOfToken(wrong)).toBeNull()
    }
  })

  it('says to whom it goes and in which language', async () => {
    const { id, event, ana } = await seated()
    const organizer = await db.freelancer.findUniqueOrThrow({ where: { id: event.organizerId } })
    expect(await rsvpForMail(id)).toMatchObject({
      ...{ id, status: 'going', quiet: false },
      freelancer: { name: 'Ana Costa', user: { email: ana.email, locale: 'en' } },
      event: { id: event.id, title: 'Déjeuner', organizer: { name: organizer.name } },
    })
    expect(await rsvpForMail(event.id)).toBeNull()
  })
})

it('one’s own standing is nobody else’s', async () => {
  const event = await makeEvent({ capacity: 1 })
  const [ana, bob, zoe] = [await someone('Ana'), await someone('Bo'), await someone('Zoé')]
  await joined(event.id, ana, bob)
  expect(await myRsvp(ana.id, event.id)).toMatchObject({ status: 'going', place: null })
  expect(await myRsvp(bob.id, event.id)).toMatchObject({ status: 'waitlisted', place: 1 })
  expect(await myRsvp(zoe.id, event.id)).toBeNull()
})
