-- Seats. Every change of who comes to an event happens here, under the lock of the event's row, so that
-- `seats_taken` = going + held at every commit and the queue is served in the order of `position`.
-- While an event is on, a free seat means that nobody waits.

-- "No more mail about this outing": one click in a mail program, the seat stays.
ALTER TABLE rsvps ADD COLUMN quiet BOOLEAN NOT NULL DEFAULT false;

-- RFC 9562 §5.7. PostgreSQL has its own uuidv7() only from 18 on.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6
  ), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Frees the seats of holds that ran out and gives free seats to the first in line. The caller holds the lock.
-- Returns how many were promoted.
CREATE FUNCTION rsvp_settle(p_event uuid, p_now timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  released int;
  promoted int;
BEGIN
  WITH gone AS (
    DELETE FROM rsvps WHERE event_id = p_event AND status = 'held' AND held_until <= p_now RETURNING 1
  )
  SELECT count(*) INTO released FROM gone;
  IF released > 0 THEN
    UPDATE events SET seats_taken = seats_taken - released WHERE id = p_event;
  END IF;

  WITH line AS (
    SELECT r.id FROM rsvps r JOIN events e ON e.id = r.event_id
    WHERE e.id = p_event AND r.status = 'waitlisted' AND e.status = 'published' AND e.ends_at > p_now
    ORDER BY r.position
    LIMIT (SELECT CASE WHEN capacity IS NULL THEN NULL ELSE greatest(capacity - seats_taken, 0) END
           FROM events WHERE id = p_event)
  ), seated AS (
    UPDATE rsvps SET status = 'going', updated_at = p_now FROM line WHERE rsvps.id = line.id RETURNING rsvps.id
  ), told AS (
    INSERT INTO jobs (kind, payload, run_at)
    SELECT 'rsvp_promoted', jsonb_build_object('kind', 'rsvp_promoted', 'rsvpId', id), p_now FROM seated
  )
  SELECT count(*) INTO promoted FROM seated;
  IF promoted > 0 THEN
    UPDATE events SET seats_taken = seats_taken + promoted WHERE id = p_event;
  END IF;
  RETURN promoted;
END $$;

-- One person's standing. `place` is the rank among those waiting, from 1.
CREATE FUNCTION rsvp_place(p_event uuid, p_position int) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM rsvps
  WHERE event_id = p_event AND status = 'waitlisted' AND position <= p_position
$$;

-- Takes a seat, or a place in the queue when there is none. Joining twice answers the same.
-- With p_hold, keeps a seat that long for somebody whose address is not proven yet, and queues nobody.
-- outcome: going, waitlisted, held, or refused as not_found, removed, cancelled, over, full.
CREATE FUNCTION rsvp_join(
  p_event uuid, p_freelancer uuid, p_hold interval DEFAULT NULL, p_now timestamptz DEFAULT now(),
  OUT outcome text, OUT place int
) LANGUAGE plpgsql AS $$
DECLARE
  e events;
  r rsvps;
  next_status rsvp_status;
BEGIN
  SELECT * INTO e FROM events WHERE id = p_event FOR UPDATE;
  IF NOT FOUND THEN outcome := 'not_found'; RETURN; END IF;
  IF e.status = 'cancelled' THEN outcome := 'cancelled'; RETURN; END IF;
  IF e.ends_at <= p_now THEN outcome := 'over'; RETURN; END IF;

  PERFORM rsvp_settle(p_event, p_now);
  SELECT * INTO e FROM events WHERE id = p_event;
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;

  IF r.status IN ('removed', 'going') THEN outcome := r.status; RETURN; END IF;
  IF r.status = 'waitlisted' THEN
    outcome := 'waitlisted'; place := rsvp_place(p_event, r.position); RETURN;
  END IF;
  IF r.status = 'held' AND p_hold IS NOT NULL THEN
    UPDATE rsvps SET held_until = p_now + p_hold, updated_at = p_now WHERE id = r.id;
    INSERT INTO jobs (kind, payload, run_at)
    VALUES ('hold_expired', jsonb_build_object('kind', 'hold_expired', 'eventId', p_event), p_now + p_hold);
    outcome := 'held'; RETURN;
  END IF;

  IF r.status = 'held' THEN
    next_status := 'going';
  ELSIF e.capacity IS NULL OR e.seats_taken < e.capacity THEN
    next_status := CASE WHEN p_hold IS NULL THEN 'going' ELSE 'held' END;
  ELSIF p_hold IS NOT NULL THEN
    outcome := 'full'; RETURN;
  ELSE
    next_status := 'waitlisted';
  END IF;

  UPDATE events SET
    joins = joins + 1,
    seats_taken = seats_taken + (CASE WHEN next_status = 'waitlisted' OR r.status = 'held' THEN 0 ELSE 1 END)
  WHERE id = p_event;
  INSERT INTO rsvps (id, event_id, freelancer_id, status, position, held_until, created_at, updated_at)
  VALUES (uuid_v7(), p_event, p_freelancer, next_status, e.joins + 1, p_now + p_hold, p_now, p_now)
  ON CONFLICT (event_id, freelancer_id) DO UPDATE SET
    status = excluded.status, position = excluded.position, held_until = excluded.held_until,
    quiet = false, updated_at = p_now
  RETURNING * INTO r;

  INSERT INTO jobs (kind, payload, run_at)
  SELECT k.kind, k.payload || jsonb_build_object('kind', k.kind), coalesce(r.held_until, p_now)
  FROM (SELECT
    CASE next_status WHEN 'going' THEN 'rsvp_confirmed' WHEN 'held' THEN 'hold_expired' ELSE 'rsvp_waitlisted' END AS kind,
    CASE next_status WHEN 'held' THEN jsonb_build_object('eventId', p_event)
      ELSE jsonb_build_object('rsvpId', r.id) END AS payload) k;

  outcome := next_status;
  IF next_status = 'waitlisted' THEN place := rsvp_place(p_event, r.position); END IF;
END $$;

-- Gives up a seat or a place in the queue; the first in line moves up in the same transaction.
-- outcome: cancelled (also when it already was), or refused as not_found, removed, over.
CREATE FUNCTION rsvp_cancel(
  p_event uuid, p_freelancer uuid, p_now timestamptz DEFAULT now(), OUT outcome text, OUT promoted int
) LANGUAGE plpgsql AS $$
DECLARE
  e events;
  r rsvps;
BEGIN
  promoted := 0;
  SELECT * INTO e FROM events WHERE id = p_event FOR UPDATE;
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;
  IF r.id IS NULL THEN outcome := 'not_found'; RETURN; END IF;
  IF r.status IN ('removed', 'cancelled') THEN outcome := r.status; RETURN; END IF;
  IF e.ends_at <= p_now THEN outcome := 'over'; RETURN; END IF;

  UPDATE rsvps SET status = 'cancelled', held_until = NULL, updated_at = p_now WHERE id = r.id;
  IF r.status <> 'waitlisted' THEN
    UPDATE events SET seats_taken = seats_taken - 1 WHERE id = p_event;
  END IF;
  IF r.status <> 'held' AND e.status = 'published' THEN
    INSERT INTO jobs (kind, payload, run_at) VALUES ('rsvp_cancelled',
      jsonb_build_object('kind', 'rsvp_cancelled', 'rsvpId', r.id, 'was', r.status), p_now);
  END IF;
  promoted := rsvp_settle(p_event, p_now);
  outcome := 'cancelled';
END $$;

-- The organizer takes somebody off the list, with a note that is mailed to them. They cannot join again.
-- outcome: removed (also when they already were), or refused as not_found.
CREATE FUNCTION rsvp_remove(
  p_event uuid, p_freelancer uuid, p_note text, p_now timestamptz DEFAULT now(), OUT outcome text, OUT promoted int
) LANGUAGE plpgsql AS $$
DECLARE
  r rsvps;
BEGIN
  promoted := 0;
  PERFORM 1 FROM events WHERE id = p_event FOR UPDATE;
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;
  IF r.status IS NULL OR r.status IN ('cancelled', 'held') THEN outcome := 'not_found'; RETURN; END IF;
  outcome := 'removed';
  IF r.status = 'removed' THEN RETURN; END IF;

  UPDATE rsvps SET status = 'removed', updated_at = p_now WHERE id = r.id;
  IF r.status = 'going' THEN
    UPDATE events SET seats_taken = seats_taken - 1 WHERE id = p_event;
  END IF;
  INSERT INTO jobs (kind, payload, run_at) VALUES ('guest_removed',
    jsonb_build_object('kind', 'guest_removed', 'rsvpId', r.id, 'note', p_note, 'was', r.status), p_now);
  promoted := rsvp_settle(p_event, p_now);
END $$;

-- Gives out what became free: after a hold ran out, or when the organizer raised the capacity.
-- Returns how many were promoted.
CREATE FUNCTION rsvp_fill(p_event uuid, p_now timestamptz DEFAULT now()) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM events WHERE id = p_event FOR UPDATE;
  RETURN rsvp_settle(p_event, p_now);
END $$;
