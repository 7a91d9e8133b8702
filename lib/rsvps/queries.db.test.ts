import { describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { company } from '@/lib/rsvps/company/queries'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { joinEvent } from './commands'
import { outings } from './queries'

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
