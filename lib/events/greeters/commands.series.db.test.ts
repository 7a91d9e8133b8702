import { expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { publishEvent } from '@/lib/events/commands'
import { eventSchema } from '@/lib/events/schema'
import { topUpSeries } from '@/lib/events/series/commands'
import { makeFreelancer, toActor } from '@/lib/testing/makers'
import { answerGreeting, nameGreeter } from './commands'

const DAY = 86_400_000
const words = { recognise: 'foulard rouge', meetAt: 'devant le comptoir' }
const day = new Date(now().getTime() + 5 * DAY).toISOString().slice(0, 10)

it('a greeter of every date greets at those to come, at those made later, and steps down from all', async () => {
  const lea = toActor(await makeFreelancer({ name: 'Léa' }))
  const input = eventSchema.parse({
    ...{ kind: 'open_coffee', day, start: '08:30', end: '10:00', language: 'fr', repeat: 'weekly' },
    ...{ where: 'online', onlineUrl: 'https://meet.example.org/x', title: 'Café' },
  })
  const published = await publishEvent(lea, input, 'Open coffee')
  if (!published.ok) throw new Error(published.reason)
  const eventId = published.value.id
  const { seriesId } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
  const greeted = () => db.eventGreeter.count({ where: { event: { seriesId } } })
  const dates = () => db.event.count({ where: { seriesId } })
  await nameGreeter(lea, { eventId, freelancerId: lea.id, everyDate: true, ...words })
  expect(await greeted()).toBe(await dates())
  const before = await dates()
  expect(await topUpSeries(new Date(now().getTime() + 30 * DAY))).toBeGreaterThan(0)
  expect(await dates()).toBeGreaterThan(before)
  expect(await greeted()).toBe(await dates())
  await answerGreeting(lea, { eventId, answer: 'no' })
  expect(await greeted()).toBe(0)
  await topUpSeries(new Date(now().getTime() + 60 * DAY))
  expect(await greeted()).toBe(0)
})

it('a greeter of one date greets there alone', async () => {
  const lea = toActor(await makeFreelancer({ name: 'Léa' }))
  const input = eventSchema.parse({
    ...{ kind: 'open_coffee', day, start: '08:30', end: '10:00', language: 'fr', repeat: 'weekly' },
    ...{ where: 'online', onlineUrl: 'https://meet.example.org/x', title: 'Café' },
  })
  const published = await publishEvent(lea, input, 'Open coffee')
  if (!published.ok) throw new Error(published.reason)
  await nameGreeter(lea, { eventId: published.value.id, freelancerId: lea.id, everyDate: false, ...words })
  expect(await db.eventGreeter.count({ where: { freelancerId: lea.id } })).toBe(1)
})
