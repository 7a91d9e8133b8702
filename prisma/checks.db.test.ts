import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { isCheckViolation } from '@/lib/db-errors'
import { makeCoffee } from '@/lib/testing/coffees'
import { makeEvent, makeFreelancer, makeRsvp, makeSpace } from '@/lib/testing/makers'
import { Prisma } from '@/prisma/client/client'
import { REFUSED } from './checks'

/** The furthest that they let through. */
const TAKEN: Record<string, string[]> = {
  users: [
    'quiet_from = 0, quiet_to = 1439',
    "mail_refused_at = now(), mail_refusal = '550'",
    "locale = 'en'",
  ],
  sign_in_codes: ['attempts = 5'],
  rate_limits: ['count = 0'],
  freelancers: ['cell_lat = -90, cell_lng = 180'],
  client_days: ['weekday = 1', 'weekday = 7'],
  wishes: ['half_days = 1, cell_lat = 90', 'half_days = 16383, mailed_at = now(), passed_at = now()'],
  wish_outcomes: ['ended_on = wished_on'],
  spaces: ['lat = 90, lng = -180', 'capacity = 1', "country = ''", "siret = '12345678900012'"],
  events: [
    ...['capacity = 2, seats_taken = 2', "lat = NULL, lng = NULL, online_url = 'https://meet.example.org'"],
    ...["questions = '[1, 2, 3, 4, 5]', max_companions = 5", "status = 'draft', publish_at = now()"],
    ...['series_id = (SELECT id FROM series), recurrence_id = starts_at'],
  ],
  rhythms: ['hour = 7, digest_day = 1', 'hour = 21, digest_day = 7'],
  coffee_members: ['reach_km = 1, half_days = 1', 'reach_km = 50, half_days = 16383'],
  coffees: ['minutes = 5, decide_by = options[1]', "status = 'agreed', starts_at = options[1]"],
  coffee_seats: ["answer = 'yes', answered_at = now(), times = 7"],
  series: ['start_minute = 1439, minutes = 1'],
  series_rsvps: ['party_size = 6'],
  minutes_spent: ["week = '2026-11-23', minutes = 60", 'minutes = 0'],
  rsvps: ['party_size = 6', "status = 'offered', held_until = now()"],
}

/** One row of the table is enough. */
const change = (table: string, assignments: string) =>
  Prisma.raw(`UPDATE ${table} SET ${assignments} WHERE ctid = (SELECT min(ctid) FROM ${table})`)

beforeAll(async () => {
  const { id, email } = await makeFreelancer()
  const event = await makeEvent({ organizerId: id })
  const at = now()
  await db.block.create({ data: { blockerId: id, blockedId: (await makeFreelancer()).id } })
  await makeSpace()
  await db.geocoderTurn.create({ data: { service: 'ban', nextAt: at } })
  const cell = { cellLat: 43.5425, cellLng: 7.015 }
  const { id: draftId } = await db.wishDraft.create({
    data: {
      ...{ kind: 'lunch', startsAt: at, endsAt: new Date(+at + 1), timeZone: 'Europe/Paris' },
      area: 'Cannes',
    },
  })
  await db.wish.create({
    data: { freelancerId: id, ...cell, halfDays: 1, wishedAt: at, draftId, askedAt: at },
  })
  await db.wishOutcome.create({ data: { ...cell, wishedOn: at, endedOn: at } })
  await db.clientDay.create({
    data: { freelancerId: id, weekday: 4, half: 'morning', area: 'Sophia Antipolis', ...cell },
  })
  await db.coffeeMember.create({ data: { freelancerId: id, reachKm: 10, halfDays: 1 } })
  await makeCoffee([{ id }])
  await db.rhythm.create({ data: { freelancerId: id, pace: 'weekly', hour: 18, timeZone: 'Europe/Paris' } })
  await makeRsvp({ eventId: event.id, freelancerId: id })
  await db.eventGreeter.create({
    data: { eventId: event.id, freelancerId: id, recognise: 'béret', meetAt: 'au fond' },
  })
  await db.trustedContact.create({
    data: {
      ...{ eventId: event.id, freelancerId: id, name: 'Ana', email: 'ana@example.org', emailHash: 'x' },
      ...{ telling: 'at_start', grace: 30 },
    },
  })
  await db.signInCode.create({
    data: { email, locale: 'fr', codeHash: 'x', linkHash: 'x', createdAt: at, expiresAt: new Date(+at + 1) },
  })
  await db.rateLimit.create({ data: { key: 'x', windowStart: at, count: 1 } })
  const weekly = {
    rule: 'FREQ=WEEKLY',
    startsOn: at,
    startMinute: 510,
    minutes: 90,
    timeZone: 'Europe/Paris',
  }
  await db.series.create({
    data: {
      ...{ ...weekly, values: {}, madeUntil: at, organizerId: id },
      rsvps: { create: { freelancerId: id } },
    },
  })
  await db.group.create({ data: { name: 'Open Coffee' } })
  await db.glad.create({ data: { personId: id, aboutId: (await makeFreelancer()).id } })
  await db.eventTemplate.create({ data: { ownerId: id, name: 'Le jeudi', values: {} } })
  await db.hostMessage.create({ data: { eventId: event.id, senderId: id, body: 'À demain' } })
  await db.minutesCounter.create({ data: { personId: id, since: at } })
  await db.minutesSpent.create({ data: { week: new Date('2026-11-23'), minutes: 3, people: 5 } })
  const [first, second] = [await makeSpace(), await makeSpace()].map((made) => made.id).sort()
  const mine = { spaceId: first ?? '', freelancerId: id }
  await db.spaceAlias.create({ data: { id: randomUUID(), spaceId: mine.spaceId } })
  await db.spacePhoto.create({ data: { spaceId: mine.spaceId, url: 'https://example.org/a.jpg' } })
  await db.spaceObservation.create({ data: { ...mine, topic: 'noise', value: 1, observedAt: at } })
  await db.spaceCorrection.create({ data: { spaceId: mine.spaceId, changes: {} } })
  await db.spaceClaim.create({ data: { ...mine, expiresAt: at } })
  await db.spaceOwner.create({ data: mine })
  await db.spaceTrial.create({ data: { ...mine, day: at, half: 'morning', reachable: true, askedAt: at } })
  await db.spaceDouble.create({ data: { firstId: mine.spaceId, secondId: second ?? '', score: 0.5 } })
  await db.importRun.create({ data: { origin: 'a.csv' } })
  const endpoint = `https://push.example.org/${randomUUID()}`
  await db.pushSubscription.create({ data: { userId: id, endpoint, p256dh: 'x', auth: 'x' } })
})

it('every CHECK of the database is tried here', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT conname AS name FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace`
  const tried = Object.values(REFUSED).flatMap((checks) => Object.keys(checks))
  expect(tried.sort()).toEqual(rows.map(({ name }) => name).sort())
})

const refused = Object.entries(REFUSED).flatMap(([table, checks]) =>
  Object.entries(checks).flatMap(([check, all]) =>
    all.map((assignments) => [check, table, assignments] as const),
  ),
)

it.each(refused)('%s refuses: %s, %s', async (check, table, assignments) => {
  const failure = await db.$executeRaw(Prisma.sql`${change(table, assignments)}`).catch((error) => error)
  expect(isCheckViolation(failure, check), String(failure)).toBe(true)
})

it.each(Object.entries(TAKEN))('%s: the edges are taken', async (table, edges) => {
  const undo = new Error('undo')
  for (const assignments of edges) {
    const attempt = db.$transaction(async (tx) => {
      expect(await tx.$executeRaw(Prisma.sql`${change(table, assignments)}`)).toBe(1)
      throw undo
    })
    await expect(attempt).rejects.toBe(undo)
  }
})
