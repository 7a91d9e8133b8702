import { describe, expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { joinEvent } from '@/lib/rsvps/commands'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { cancelEvent } from './commands'

const inDays = (days: number) => new Date(now().getTime() + days * 24 * 3_600_000)
const someone = async () => toActor(await makeFreelancer())
const told = async () => (await writtenJobs()).map(({ payload }) => payload)

async function published(values: Parameters<typeof makeEvent>[0]) {
  const actor = await someone()
  return { actor, event: await makeEvent({ organizerId: actor.id, ...values }) }
}

describe('cancelling', () => {
  test('tells everybody, once, with a message', async () => {
    const { actor, event } = await published({ capacity: 1, sequence: 2 })
    await joinEvent(await someone(), event.id)
    await joinEvent(await someone(), event.id)
    await forgetJobs()
    expect(await cancelEvent(actor, { id: event.id, message: 'Grippe, désolée' })).toEqual({ ok: true })
    expect(await db.event.findUniqueOrThrow({ where: { id: event.id } })).toMatchObject({
      status: 'cancelled',
      cancelMessage: 'Grippe, désolée',
      sequence: 3,
    })
    expect(await told()).toEqual([{ kind: 'event_cancelled', eventId: event.id, sequence: 3 }])
    expect(await joinEvent(await someone(), event.id)).toEqual({ ok: false, reason: 'cancelled' })
    expect(await cancelEvent(actor, { id: event.id, message: '' })).toEqual({
      ok: false,
      reason: 'cancelled',
    })
    expect(await told()).toHaveLength(1)
  })

  test('comes too late once it is over', async () => {
    const { actor, event } = await published({ startsAt: inDays(-2), endsAt: inDays(-1) })
    expect(await cancelEvent(actor, { id: event.id, message: '' })).toEqual({ ok: false, reason: 'over' })
  })
})
