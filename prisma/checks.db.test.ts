import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { isCheckViolation } from '@/lib/db-errors'
import { makeEvent, makeFreelancer, makeRsvp, makeSpace } from '@/lib/testing/makers'
import { Prisma } from '@/prisma/client/client'

/** What each CHECK must refuse of a sound row: table, then name, then assignments. */
const REFUSED: Record<string, Record<string, string[]>> = {
  users: {
    users_email_shape: [
      ...[
        "email = 'Ana@example.org'",
        "email = 'ana'",
        "email = 'a@b@example.org'",
        "email = 'a b@example.org'",
      ],
      ...["email = 'a,b@example.org'", "email = 'ana@exämple.org'", "email = repeat('a', 250) || '@e.fr'"],
    ],
    users_locale_known: ["locale = 'de'", "locale = ''"],
    users_quiet_hours: [
      ...[
        'quiet_from = 1',
        'quiet_to = 1',
        'quiet_from = -1, quiet_to = 1',
        'quiet_from = 1, quiet_to = 1440',
      ],
    ],
    users_mail_refusal_whole: ['mail_refused_at = now()', "mail_refusal = '550'"],
  },
  sign_in_codes: {
    sign_in_codes_email_shape: ["email = 'Ana@example.org'", "email = 'ana'"],
    sign_in_codes_locale_known: ["locale = 'de'"],
    sign_in_codes_attempts_limited: ['attempts = -1', 'attempts = 6'],
    sign_in_codes_expires_later: ['expires_at = created_at'],
  },
  rate_limits: { rate_limits_count_positive: ['count = -1'] },
  freelancers: {
    freelancers_name_present: ["name = ''"],
    freelancers_cell_whole: ['cell_lat = 1', 'cell_lng = 1'],
    freelancers_cell_on_earth: ['cell_lat = 90.1, cell_lng = 0', 'cell_lat = 0, cell_lng = -180.1'],
  },
  spaces: {
    spaces_name_present: ["name = ''"],
    spaces_on_earth: ['lat = 90.1', 'lat = -90.1', 'lng = 180.1', 'lng = -180.1', "lat = 'NaN'"],
    spaces_capacity_positive: ['capacity = 0'],
    spaces_country_shape: ["country = 'fr'", "country = 'FRA'"],
    spaces_siret_shape: ["siret = ''", "siret = '123456789 0001'", "siret = '123456789000123'"],
  },
  events: {
    events_title_present: ["title = ''"],
    events_end_after_start: ['ends_at = starts_at'],
    events_point_whole: ['lat = NULL', 'lng = NULL'],
    events_on_earth: ['lat = 90.1', 'lng = -180.1'],
    events_somewhere: ['lat = NULL, lng = NULL'],
    events_capacity_positive: ['capacity = 0'],
    events_seats_taken_positive: ['seats_taken = -1'],
    events_not_oversold: ['capacity = 1, seats_taken = 2'],
    events_joins_positive: ['joins = -1'],
    events_sequence_positive: ['sequence = -1'],
    events_companions_few: ['max_companions = -1', 'max_companions = 6'],
    events_questions_few: ["questions = '{}'", "questions = '[1, 2, 3, 4, 5, 6]'"],
    events_occurrence_whole: ['series_id = (SELECT id FROM series)'],
    events_publish_later_only_drafts: ['publish_at = now()'],
  },
  series: {
    series_rule_present: ["rule = ''"],
    series_start_in_day: ['start_minute = -1', 'start_minute = 1440'],
    series_lasts: ['minutes = 0'],
  },
  series_rsvps: { series_rsvps_party_few: ['party_size = 0', 'party_size = 7'] },
  groups: { groups_name_present: ["name = ''"] },
  event_templates: { event_templates_name_present: ["name = ''"] },
  host_messages: { host_messages_body_present: ["body = ''"] },
  rsvps: {
    rsvps_held_until_only_when_kept: ["status = 'held'", "status = 'offered'", 'held_until = now()'],
    rsvps_position_positive: ['position = -1'],
    rsvps_party_few: ['party_size = 0', 'party_size = 7'],
    rsvps_answers_are_an_object: ["answers = '[]'", "answers = 'null'"],
  },
  push_subscriptions: {
    push_subscriptions_https: ["endpoint = 'http://push.example.org/x'", "endpoint = ''"],
  },
}

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
  spaces: ['lat = 90, lng = -180', 'capacity = 1', "country = ''", "siret = '12345678900012'"],
  events: [
    ...['capacity = 2, seats_taken = 2', "lat = NULL, lng = NULL, online_url = 'https://meet.example.org'"],
    ...["questions = '[1, 2, 3, 4, 5]', max_companions = 5", "status = 'draft', publish_at = now()"],
    ...['series_id = (SELECT id FROM series), recurrence_id = starts_at'],
  ],
  series: ['start_minute = 1439, minutes = 1'],
  series_rsvps: ['party_size = 6'],
  rsvps: ['party_size = 6', "status = 'offered', held_until = now()"],
}

const change = (table: string, assignments: string) => Prisma.raw(`UPDATE ${table} SET ${assignments}`)

beforeAll(async () => {
  const { id, email } = await makeFreelancer()
  const event = await makeEvent({ organizerId: id })
  const at = now()
  await makeSpace()
  await makeRsvp({ eventId: event.id, freelancerId: id })
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
  await db.eventTemplate.create({ data: { ownerId: id, name: 'Le jeudi', values: {} } })
  await db.hostMessage.create({ data: { eventId: event.id, senderId: id, body: 'À demain' } })
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
