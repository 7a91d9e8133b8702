import type pg from 'pg'

/** So many people, places, events and whatever hangs on them, none of the viewer's business, beside the numbered world. */
export const CROWD = 10_000
const FIRST = 1000

/** Spread over a country of two hundred towns: a view shows a few hundred of them. */
const lat = '43 + n % 200 / 30.0 + n % 97 / 5000.0'
const lng = 'n % 200 * 37 % 200 / 40.0 + 1.5 + n % 89 / 5000.0'

/** Where more places stand than any list may read. */
export const STREET = { lat: 47.2, lng: -1.55 }

const ROWS = [
  `users (id, email, email_verified, locale) SELECT no('person', n), 'crowd' || n || '@example.org', now(), 'fr' FROM numbers`,
  `freelancers (id, name, visibility, area, cell_lat, cell_lng, updated_at)
    SELECT no('person', n), 'Alex ' || n, 'members', md5((n % 200)::text), ${lat}, ${lng}, now() FROM numbers`,
  `sessions (id, user_id, token_hash, expires) SELECT uuid_v7(), no('person', n), md5(n::text), now() + interval '1 day' FROM numbers`,
  `spaces (id, kind, name, city, country, lat, lng, time_zone, opening_hours, updated_at)
    SELECT no('space', n), 'cafe', md5(n::text), md5((n % 200)::text), 'FR', ${lat}, ${lng}, 'Europe/Paris', 'Mo-Fr 09:00-18:00', now()
    FROM numbers`,
  // As many places again, in one street: whoever asks there for the nearest must not read them all.
  `spaces (id, kind, name, city, country, lat, lng, time_zone, opening_hours, updated_at)
    SELECT uuid_v7(), 'library', md5('street' || n), 'Nantes', 'FR', ${STREET.lat} + n % 89 / 100000.0, ${STREET.lng} + n % 97 / 100000.0,
      'Europe/Paris', 'Mo-Fr 09:00-18:00', now() FROM numbers`,
  `space_sources (space_id, source, external_id, licence, fields, hash) SELECT no('space', n), 'osm', n, 'ODbL', '{}', '' FROM numbers`,
  `space_owners (space_id, freelancer_id) SELECT no('space', n), no('person', n) FROM numbers`,
  `space_confirmations (space_id, freelancer_id, confirmed_at) SELECT no('space', n), no('person', n), now() FROM numbers`,
  `space_observations (space_id, freelancer_id, topic, value, observed_at) SELECT no('space', n), no('person', n), 'noise', 1, now() FROM numbers`,
  `space_claims (id, space_id, freelancer_id, expires_at, asked_at, refused_at)
    SELECT uuid_v7(), no('space', n), no('person', n), now(), now(), now() FROM numbers`,
  `space_corrections (id, space_id, author_id, changes, status, decided_at, before)
    SELECT uuid_v7(), no('space', n), no('person', n), '{}', 'applied', now() - n * interval '1 minute', '{}' FROM numbers`,
  `space_photos (id, space_id, url) SELECT uuid_v7(), no('space', n), 'https://example.org/' || n FROM numbers`,
  `space_visits (space_id, day, half_days) SELECT no('space', n), now()::date, 1 FROM numbers`,
  `space_trials (space_id, freelancer_id, day, half, reachable, asked_at)
    SELECT no('space', n), no('person', n), now()::date, 'morning', true, now() FROM numbers`,
  `groups (id, name, city, updated_at) SELECT no('group', n), md5(n::text), md5((n % 200)::text), now() FROM numbers`,
  `group_members (group_id, freelancer_id) SELECT no('group', n), no('person', n) FROM numbers`,
  `series (id, rule, starts_on, start_minute, minutes, time_zone, values, made_until, organizer_id, updated_at)
    SELECT no('series', n), 'FREQ=WEEKLY', now(), 540, 120, 'Europe/Paris', '{}', now(), no('person', n), now() FROM numbers`,
  `events (id, kind, title, starts_at, ends_at, time_zone, space_id, lat, lng, city, organizer_id, group_id, series_id, recurrence_id, updated_at)
    SELECT no('coming', n), 'lunch', md5(n::text), at, at + interval '2 hours', 'Europe/Paris', no('space', n), ${lat}, ${lng},
      md5((n % 200)::text), no('person', n), no('group', n), no('series', n), at, now()
    FROM numbers CROSS JOIN LATERAL (SELECT now() + (n % 4000 - 2000) * interval '1 hour' AS at) AS starts`,
  `rsvps (id, event_id, freelancer_id, status, position) SELECT no('seat', n), no('coming', n), no('person', n), 'going', 1 FROM numbers`,
  `event_hosts (event_id, freelancer_id) SELECT no('coming', n), no('person', n - 1) FROM numbers WHERE n > ${FIRST}`,
  `event_greeters (event_id, freelancer_id, recognise, meet_at) SELECT no('coming', n), no('person', n), 'A hat', 'The door' FROM numbers`,
  `host_messages (id, event_id, sender_id, body) SELECT uuid_v7(), no('coming', n), no('person', n), 'Hello' FROM numbers`,
  `event_templates (id, owner_id, name, values) SELECT uuid_v7(), no('person', n), 'Template', '{}' FROM numbers`,
  `blocks (blocker_id, blocked_id) SELECT no('person', n), no('person', n - 1) FROM numbers WHERE n > ${FIRST}`,
  `glads (person_id, about_id) SELECT no('person', n), no('person', n - 1) FROM numbers WHERE n > ${FIRST}`,
  `coffees (id, status, week, space_id, time_zone, options, minutes, starts_at, decide_by)
    SELECT no('agreed', n), 'agreed', now(), no('space', n), 'Europe/Paris', ARRAY[now()], 60, now(), now() - interval '1 day' FROM numbers`,
  `coffee_seats (coffee_id, freelancer_id, answer, times, answered_at)
    SELECT no('agreed', n), no('person', n), 'yes', 1, now() FROM numbers`,
  `coffee_members (freelancer_id, reach_km, half_days) SELECT no('person', n), 10, 1023 FROM numbers`,
  `presences (freelancer_id, day, half, space_id, ends_at)
    SELECT no('person', n), now()::date, 'morning', no('space', n), now() + interval '1 hour' FROM numbers`,
  `client_days (freelancer_id, weekday, half, area, cell_lat, cell_lng)
    SELECT no('person', n), 4, 'morning', 'Ville', ${lat}, ${lng} FROM numbers`,
  `wishes (freelancer_id, cell_lat, cell_lng, half_days, wished_at) SELECT no('person', n), ${lat}, ${lng}, 1023, now() FROM numbers`,
  `message_settings (user_id, kind, mail, push) SELECT no('person', n), 'rsvp', true, true FROM numbers`,
]

export async function plantCrowd(client: pg.Client): Promise<void> {
  // Nothing is to hear of it or to check it: three quarters of the time.
  await client.query('SET session_replication_role = replica')
  for (const rows of ROWS)
    await client.query(
      `WITH numbers AS (SELECT generate_series(${FIRST}, ${FIRST + CROWD - 1}) AS n) INSERT INTO ${rows}`,
    )
  await client.query('SET session_replication_role = origin')
  // The planner knows how many there are, and a bitmap of what is visible spares reading rows twice.
  await client.query('VACUUM ANALYZE')
}
