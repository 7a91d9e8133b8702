import { describe, expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { myProfile } from '@/lib/freelancers/profile/queries'
import { snapToCell } from '@/lib/geo/cell'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { eraseAccount, saveProfile } from './commands'
import { type ProfileInput, profileSchema } from './schema'

const someone = async () => toActor(await makeFreelancer({ name: 'Ana' }))
const input = (values: Record<string, unknown> = {}): ProfileInput =>
  profileSchema.parse({ name: 'Ana', visibility: 'hidden', locale: 'fr', ...values })
const row = (id: string) => db.freelancer.findUniqueOrThrow({ where: { id }, include: { user: true } })

/** A doorstep in Cannes. */
const DOOR = { lat: 43.551389, lng: 7.012778 }

describe('the profile', () => {
  test('says what was typed', async () => {
    const ana = await someone()
    const words = {
      trade: 'Traductrice',
      bio: 'Bonjour\nà tous',
      interests: 'pêche, salsa',
      languages: ['fr', 'it'],
    }
    expect(await saveProfile(ana, input({ ...words, name: 'Ana B.', locale: 'en' }))).toEqual({ ok: true })
    expect(await myProfile(ana)).toEqual({
      ...{ name: 'Ana B.', trade: 'Traductrice', bio: 'Bonjour\nà tous', interests: ['pêche', 'salsa'] },
      ...{ languages: ['fr', 'it'], area: '', visibility: 'hidden' },
    })
    expect((await row(ana.id)).user.locale).toBe('en')
  })

  test('keeps of a position its cell and its town alone', async () => {
    const ana = await someone()
    await saveProfile(ana, input({ cell: `${DOOR.lat},${DOOR.lng}`, visibility: 'members' }))
    const { cellLat, cellLng, area } = await row(ana.id)
    expect({ lat: cellLat, lng: cellLng }).toEqual(snapToCell(DOOR))
    expect({ lat: cellLat, lng: cellLng }).not.toEqual(DOOR)
    expect(area).toBe('Cannes')
  })

  test('finds a town, keeps it unchanged, and forgets it when emptied', async () => {
    const ana = await someone()
    await saveProfile(ana, input({ cell: `${DOOR.lat},${DOOR.lng}` }))
    const { cellLat } = await row(ana.id)
    await saveProfile(ana, input({ area: 'Cannes' }))
    expect((await row(ana.id)).cellLat).toBe(cellLat)
    await saveProfile(ana, input({ area: '' }))
    expect(await row(ana.id)).toMatchObject({ cellLat: null, cellLng: null, area: '' })
    await saveProfile(ana, input({ area: '06400', visibility: 'members' }))
    const again = await row(ana.id)
    expect(again).toMatchObject({ area: 'Cannes', visibility: 'members' })
    expect({ lat: again.cellLat, lng: again.cellLng }).toEqual(
      snapToCell({ lat: again.cellLat ?? 0, lng: again.cellLng ?? 0 }),
    )
  })

  test.each([
    ['area_unknown', { area: 'Zzyzzxville-les-Oies' }],
    ['area_required', { area: '', visibility: 'members' }],
  ])('is refused: %s, and nothing changes', async (reason, values) => {
    const ana = await someone()
    expect(await saveProfile(ana, input({ name: 'Autre', ...values }))).toEqual({ ok: false, reason })
    expect((await myProfile(ana)).name).toBe('Ana')
  })
})

describe('erasing', () => {
  test('leaves nothing, gives seats on and takes past events along', async () => {
    const [ana, bob] = [await someone(), await someone()]
    const coming = await makeEvent({ capacity: 1 })
    const past = await makeEvent({ capacity: 5 })
    const own = await makeEvent({ organizerId: ana.id })
    await joinEvent(ana, past.id)
    await joinEvent(bob, own.id)
    await joinEvent(ana, coming.id)
    await joinEvent(bob, coming.id)
    const over = {
      startsAt: new Date(now().getTime() - 7200_000),
      endsAt: new Date(now().getTime() - 3600_000),
    }
    await db.event.updateMany({ where: { id: { in: [past.id, own.id] } }, data: over })
    const series = await db.series.create({
      data: {
        ...{ rule: 'FREQ=WEEKLY', startsOn: now(), startMinute: 510, minutes: 90, timeZone: 'Europe/Paris' },
        ...{ values: {}, madeUntil: now(), organizerId: ana.id, endedAt: now() },
      },
    })
    await db.event.update({
      where: { id: own.id },
      data: { seriesId: series.id, recurrenceId: over.startsAt },
    })

    expect(await eraseAccount(ana, { email: ana.email })).toEqual({ ok: true })
    expect(await db.user.count({ where: { id: ana.id } })).toBe(0)
    expect(await db.event.count({ where: { id: own.id } })).toBe(0)
    expect(await db.series.count({ where: { id: series.id } })).toBe(0)
    expect(
      await db.rsvp.findMany({ where: { eventId: coming.id }, select: { freelancerId: true, status: true } }),
    ).toEqual([{ freelancerId: bob.id, status: 'going' }])
    const seats = async (id: string) => (await db.event.findUniqueOrThrow({ where: { id } })).seatsTaken
    expect(await seats(coming.id)).toBe(1)
    expect(await seats(past.id)).toBe(0)
  })

  test('wants the address typed by hand', async () => {
    const ana = await someone()
    expect(await eraseAccount(ana, { email: 'ana@example.org' })).toEqual({
      ok: false,
      reason: 'erase_email',
    })
    expect(await db.user.count({ where: { id: ana.id } })).toBe(1)
  })

  test('waits until nobody counts on them', async () => {
    const ana = await someone()
    const event = await makeEvent({ organizerId: ana.id })
    expect(await eraseAccount(ana, { email: ana.email })).toEqual({ ok: false, reason: 'erase_hosting' })
    await db.event.update({ where: { id: event.id }, data: { status: 'cancelled' } })
    expect(await eraseAccount(ana, { email: ana.email })).toEqual({ ok: true })
  })
})
