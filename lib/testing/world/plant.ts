import type pg from 'pg'
import { HOST, KINDS, VIEWER } from './ids'

/** One session's words for what follows. */
const WORDS = `
  CREATE SCHEMA world;
  CREATE FUNCTION world.no(kind text, n bigint) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$
    SELECT ('00000000-0000-7000-8' || lpad((array_position(ARRAY[${KINDS.map((kind) => `'${kind}'`)}], kind) - 1)::text, 3, '0')
      || '-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  CREATE FUNCTION world.viewer() RETURNS uuid IMMUTABLE LANGUAGE sql AS $$ SELECT '${VIEWER.id}'::uuid $$;
  CREATE FUNCTION world.host() RETURNS uuid IMMUTABLE LANGUAGE sql AS $$ SELECT '${HOST.id}'::uuid $$;
  CREATE FUNCTION world.day(days float8) RETURNS timestamptz STABLE LANGUAGE sql AS $$
    SELECT date_trunc('day', now()) + interval '9 hours' + days * interval '1 day' $$`

/** Those who look at pages, what they are looked at for, and the series, place and group of it. */
const CAST = `
  INSERT INTO users (id, email, email_verified, locale) VALUES
    (viewer(), 'viewer@example.org', now(), 'fr'), (host(), '${HOST.email}', now(), 'fr');
  INSERT INTO freelancers (id, name, trade, visibility, see_again, area, cell_lat, cell_lng, updated_at) VALUES
    (viewer(), 'Camille', 'Design', 'members', true, 'Cannes', 43.555, 7.015, now()),
    (host(), 'Dominique', 'Law', 'members', true, 'Cannes', 43.555, 7.015, now());
  INSERT INTO sessions (id, user_id, token_hash, expires) VALUES
    (uuid_v7(), viewer(), encode(sha256('viewer'), 'hex'), now() + interval '1 day'),
    (uuid_v7(), host(), encode(sha256('host'), 'hex'), now() + interval '1 day');
  INSERT INTO minutes_counters (person_id, since) VALUES (viewer(), now());
  INSERT INTO newcomers (freelancer_id) VALUES (viewer());
  INSERT INTO rhythms (freelancer_id, pace, hour, time_zone) VALUES (viewer(), 'weekly', 9, 'Europe/Paris');
  INSERT INTO coffee_members (freelancer_id, reach_km, half_days) VALUES (viewer(), 10, 1023);
  INSERT INTO series (id, rule, starts_on, start_minute, minutes, time_zone, values, made_until, organizer_id, updated_at)
    VALUES (no('series', 1), 'FREQ=WEEKLY', now() - interval '9 days', 540, 120, 'Europe/Paris', '{}', now() + interval '60 days',
      host(), now())`

/** An event's row: id, title and start differ. */
const EVENT =
  '(id, kind, title, starts_at, ends_at, time_zone, space_id, lat, lng, city, capacity, seats_taken, organizer_id, updated_at'
const event = (
  id: string,
  start: string,
  { space = `no('space', n)`, capacity = 'NULL', taken = '0', host = `no('person', n)` } = {},
) =>
  `no('${id}', n), 'afterwork', 'Apéro ' || n, day(${start}), day(${start}) + interval '2 hours', 'Europe/Paris', ${space},
    43.55 + n % 90 / 9000.0, 7.01, 'Cannes', ${capacity}, ${taken}, ${host}, now()`

/**
 * So many more of everything that a page lists, numbered from $1 to $2, all about the first outing, place, group and
 * series, or about the viewer and the host: what there is one of becomes many.
 */
const LISTS = [
  `users (id, email, email_verified, locale) SELECT no(kind, n), kind || n || '@example.org', now(), 'fr'
    FROM unnest(ARRAY['person', 'blocked']) AS kind CROSS JOIN numbers`,
  `freelancers (id, name, trade, visibility, see_again, area, cell_lat, cell_lng, updated_at)
    SELECT no(kind, n), 'Camille ' || n, 'Design', 'members', true, 'Cannes', 43.555, 7.015, now()
    FROM unnest(ARRAY['person', 'blocked']) AS kind CROSS JOIN numbers`,
  `spaces (id, kind, name, city, country, lat, lng, time_zone, opening_hours, trial_day, updated_at)
    SELECT no('space', n), 'coworking', 'La Bulle ' || n, 'Cannes', 'FR', 43.55 + n % 90 / 9000.0, 7.01, 'Europe/Paris',
      'Mo-Su 00:00-24:00', true, now() FROM numbers`,
  `spaces (id, kind, name, lat, lng, time_zone, updated_at) SELECT no('double', n), 'cafe', 'La Bulle ' || n, 43.55, 7.01,
    'Europe/Paris', now() FROM numbers`,
  `groups (id, name, city, updated_at) SELECT no('group', n), 'Les Apéros ' || n, 'Cannes', now() FROM numbers`,
  `group_members (group_id, freelancer_id, role) SELECT no('group', n), viewer(), 'organizer' FROM numbers`,
  `group_members (group_id, freelancer_id, role) SELECT no('group', n), host(), 'owner' FROM numbers`,
  `group_members (group_id, freelancer_id, role) SELECT no('group', 1), no('person', n), 'member' FROM numbers`,
  `events ${EVENT}, group_id, series_id, recurrence_id, max_companions, questions)
    SELECT ${event('hosted', '3 + n', { space: `no('space', 1)`, host: 'host()' })}, no('group', 1), no('series', 1),
      day(3 + n), 2, '[{"id":"q1","type":"text","text":"Why?","choices":[],"required":false}]' FROM numbers`,
  `events ${EVENT}) SELECT ${event('coming', '2')} FROM numbers`,
  `events ${EVENT}) SELECT ${event('waiting', '2', { capacity: '1', taken: '1' })} FROM numbers`,
  `events ${EVENT}) SELECT ${event('past', '-2 - n % 20', { host: 'host()', space: `no('space', 1)` })} FROM numbers`,
  `events ${EVENT}, status) SELECT ${event('draft', '5', { host: 'host()' })}, 'draft' FROM numbers`,
  `rsvps (id, event_id, freelancer_id, status, position, note) SELECT uuid_v7(), event, who, status::rsvp_status, at, 'Hello'
    FROM numbers CROSS JOIN LATERAL (VALUES
      (no('hosted', 1), no('person', n), CASE n % 4 WHEN 3 THEN 'asked' WHEN 2 THEN 'waitlisted' ELSE 'going' END, n),
      (no('hosted', n), viewer(), 'going', 5000), (no('coming', n), viewer(), 'going', 1), (no('waiting', n), viewer(), 'waitlisted', 2),
      (no('past', n), viewer(), 'going', 1), (no('past', n), no('person', n), 'going', 2)) AS seats(event, who, status, at)`,
  `series_rsvps (series_id, freelancer_id) SELECT no('series', 1), no('person', n) FROM numbers`,
  `event_hosts (event_id, freelancer_id) SELECT no('hosted', 1), no('person', n) FROM numbers WHERE n < 9`,
  `event_greeters (event_id, freelancer_id, recognise, meet_at, agreed_at)
    SELECT no('hosted', 1), no('person', n), 'A hat', 'The door', now() FROM numbers WHERE n < 9`,
  `host_messages (id, event_id, sender_id, body) SELECT uuid_v7(), no('hosted', 1), host(), 'Hello' FROM numbers`,
  `host_invites (id, event_id, email, invited_by_id) SELECT uuid_v7(), no('hosted', 1), 'guest' || n || '@example.org', host() FROM numbers`,
  `walk_ins (id, event_id) SELECT uuid_v7(), no('hosted', 1) FROM numbers`,
  `event_templates (id, owner_id, name, values) SELECT uuid_v7(), host(), 'Template ' || n, '{}' FROM numbers`,
  `blocks (blocker_id, blocked_id) SELECT viewer(), no('blocked', n) FROM numbers`,
  `glads (person_id, about_id) SELECT one, other FROM numbers
    CROSS JOIN LATERAL (VALUES (viewer(), no('person', n)), (no('person', n), viewer())) AS pairs(one, other)`,
  `coffees (id, status, week, space_id, time_zone, options, minutes, starts_at, decide_by)
    SELECT no(kind, n), status::coffee_status, date_trunc('week', now()), no('space', n), 'Europe/Paris', ARRAY[day(2)], 60, at, day(1)
    FROM numbers CROSS JOIN (VALUES ('coffee', 'proposed', NULL::timestamptz), ('agreed', 'agreed', day(2))) AS kinds(kind, status, at)`,
  `coffee_seats (coffee_id, freelancer_id, answer, times, answered_at)
    SELECT no('coffee', n), who, NULL::coffee_answer, 0, NULL::timestamptz FROM numbers CROSS JOIN LATERAL unnest(ARRAY[viewer(), no('person', n)]) AS who
    UNION ALL SELECT no('agreed', n), who, 'yes', 1, now() FROM numbers CROSS JOIN LATERAL unnest(ARRAY[viewer(), no('person', n)]) AS who`,
  `presences (freelancer_id, day, half, space_id, ends_at)
    SELECT who, day(1)::date, 'morning'::half_day, place, day(1) FROM numbers
    CROSS JOIN LATERAL (VALUES (no('person', n), no('space', 1)), (no('blocked', n), no('space', n))) AS seats(who, place)`,
  `presences (freelancer_id, day, half, space_id, ends_at)
    SELECT viewer(), day(n)::date, 'morning'::half_day, no('space', n), day(n) FROM numbers WHERE n < 7`,
  `client_days (freelancer_id, weekday, half, area, cell_lat, cell_lng)
    SELECT no('person', n), 4, 'morning'::half_day, 'Cannes', 43.555, 7.015 FROM numbers
    UNION ALL SELECT viewer(), n, 'morning'::half_day, 'Cannes', 43.555, 7.015 FROM numbers WHERE n < 6`,
  `wishes (freelancer_id, cell_lat, cell_lng, half_days, wished_at) SELECT no('person', n), 43.55, 7.05, 1023, now() FROM numbers`,
  `space_photos (id, space_id, url, position) SELECT uuid_v7(), no('space', 1), 'https://example.org/' || n, n FROM numbers`,
  `space_sources (space_id, source, external_id, licence, fields, hash) SELECT no('space', 1), 'osm', n, 'ODbL', '{}', '' FROM numbers`,
  `space_visits (space_id, day, half_days) SELECT no('space', 1), now()::date - n, 3 FROM numbers`,
  `space_confirmations (space_id, freelancer_id, confirmed_at) SELECT no('space', 1), no('person', n), now() FROM numbers`,
  `space_observations (space_id, freelancer_id, topic, value, observed_at) SELECT no('space', 1), no('person', n), 'noise', 1, now() FROM numbers`,
  `space_corrections (id, space_id, author_id, changes, seen) SELECT uuid_v7(), no('space', n), who, '{"name":"La Bulle"}', '{"name":"Bulle"}'
    FROM numbers CROSS JOIN LATERAL unnest(ARRAY[viewer(), no('person', n)]) AS who`,
  `space_owners (space_id, freelancer_id, proven_by) SELECT place, who, 'example.org' FROM numbers CROSS JOIN LATERAL (VALUES
    (no('space', n), viewer()), (no('space', 1), no('person', n))) AS keepers(place, who)`,
  `space_claims (id, space_id, freelancer_id, expires_at, asked_at)
    SELECT uuid_v7(), no('space', n), no('blocked', n), day(9), now() FROM numbers`,
  `space_trials (space_id, freelancer_id, day, half, reachable, asked_at)
    SELECT no('space', 1), no('person', n), day(3)::date, 'morning', true, now() FROM numbers`,
  `space_doubles (first_id, second_id, score) SELECT no('space', n), no('double', n), 0.9 FROM numbers`,
  `import_runs (id, source, origin, status, started_by, finished_at) SELECT no('run', n), 'osm', 'file', 'done', host(), now() FROM numbers`,
].map((rows) => `WITH numbers AS (SELECT generate_series($1::int, $2::int) AS n) INSERT INTO ${rows}`)

export async function beginWorld(client: pg.Client): Promise<void> {
  await client.query(WORDS)
  await client.query('SET search_path = public, world')
  await client.query(CAST)
}

export async function growWorld(client: pg.Client, from: number, to: number): Promise<void> {
  for (const text of LISTS) await client.query(text, [from, to])
}
