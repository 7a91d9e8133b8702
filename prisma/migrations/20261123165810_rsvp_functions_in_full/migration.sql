-- Seats, the queue and everything that moves people between them. Each function takes the lock of the event's row
-- first and decides under it. What people are told is written by job_write in the same transaction.

DROP FUNCTION "rsvp_settle"(uuid, timestamptz);
DROP FUNCTION "rsvp_join"(uuid, uuid, interval, timestamptz);
DROP FUNCTION "rsvp_cancel"(uuid, uuid, timestamptz);
DROP FUNCTION "rsvp_remove"(uuid, uuid, text, timestamptz);

-- The only place where SQL writes work for the worker.
CREATE FUNCTION job_write(p_kind text, p_data jsonb, p_at timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO jobs (kind, payload, run_at) VALUES (p_kind, p_data || jsonb_build_object('kind', p_kind), p_at)
$$;

CREATE FUNCTION rsvp_holds_seat(p_status rsvp_status) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p_status::text IN ('held', 'going', 'offered')
$$;

-- Gives back what ran out and seats those who wait, strictly by position: a party waits until all its seats are free
-- and nobody behind it overtakes. A party that the capacity can never hold stands beside the queue, not in its way.
-- In the last 12 hours the seat is offered for two hours (until the start at most); p_fresh, whom a host has just let
-- in, asked a moment ago and need not confirm. Wants the event's lock. Answers how many were seated.
CREATE FUNCTION rsvp_settle(p_event uuid, p_now timestamptz, p_fresh uuid DEFAULT NULL) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  e events;
  r rsvps;
  given_back int;
  offer_until timestamptz;
  promoted int := 0;
BEGIN
  WITH expired AS (
    DELETE FROM rsvps WHERE event_id = p_event AND status = 'held' AND held_until <= p_now RETURNING party_size
  ), lapsed AS (
    UPDATE rsvps SET status = 'cancelled', held_until = NULL, updated_at = p_now
    WHERE event_id = p_event AND status = 'offered' AND held_until <= p_now
    RETURNING party_size, job_write('offer_lapsed', jsonb_build_object('rsvpId', id), p_now)
  )
  SELECT coalesce(sum(party_size), 0) INTO given_back
  FROM (SELECT party_size FROM expired UNION ALL SELECT party_size FROM lapsed) AS back;
  IF given_back > 0 THEN
    UPDATE events SET seats_taken = seats_taken - given_back WHERE id = p_event;
  END IF;

  SELECT * INTO e FROM events WHERE id = p_event;
  IF e.status <> 'published' OR e.ends_at <= p_now THEN RETURN 0; END IF;
  IF p_now >= e.starts_at - interval '12 hours' AND p_now < e.starts_at THEN
    offer_until := least(p_now + interval '2 hours', e.starts_at);
  END IF;

  FOR r IN
    SELECT * FROM rsvps
    WHERE event_id = p_event AND status = 'waitlisted' AND (e.capacity IS NULL OR party_size <= e.capacity)
    ORDER BY position
  LOOP
    EXIT WHEN e.seats_taken + r.party_size > e.capacity;
    e.seats_taken := e.seats_taken + r.party_size;
    promoted := promoted + 1;
    IF offer_until IS NOT NULL AND r.id IS DISTINCT FROM p_fresh THEN
      UPDATE rsvps SET status = 'offered', held_until = offer_until, updated_at = p_now WHERE id = r.id;
      PERFORM job_write('rsvp_offered', jsonb_build_object('rsvpId', r.id), p_now);
      PERFORM job_write('hold_expired', jsonb_build_object('eventId', p_event), offer_until);
    ELSE
      UPDATE rsvps SET status = 'going', updated_at = p_now WHERE id = r.id;
      PERFORM job_write(
        CASE WHEN r.id = p_fresh THEN 'rsvp_confirmed' ELSE 'rsvp_promoted' END,
        jsonb_build_object('rsvpId', r.id), p_now);
    END IF;
  END LOOP;
  IF promoted > 0 THEN
    UPDATE events SET seats_taken = e.seats_taken WHERE id = p_event;
  END IF;
  RETURN promoted;
END $$;

-- Is somebody in line whom the capacity could hold?
CREATE FUNCTION rsvp_has_queue(p_event uuid, p_capacity int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM rsvps
    WHERE event_id = p_event AND status = 'waitlisted' AND (p_capacity IS NULL OR party_size <= p_capacity)
  )
$$;

-- Takes p_party seats, or a place in the queue. With p_hold the seats are only kept for that long; where there are
-- none to keep, or a host decides, the answer is 'full'. Who is on the list already is answered as they stand.
-- p_details: {note, answers, firstTime, unlisted}. Without p_tell the guest hears of it by another way.
CREATE FUNCTION rsvp_join(
  p_event uuid, p_freelancer uuid, p_hold interval DEFAULT NULL, p_now timestamptz DEFAULT now(),
  p_party int DEFAULT 1, p_details jsonb DEFAULT '{}', p_tell boolean DEFAULT true,
  OUT outcome text, OUT place int
) LANGUAGE plpgsql AS $$
DECLARE
  e events;
  r rsvps;
  next_status rsvp_status;
BEGIN
  SELECT * INTO e FROM events WHERE id = p_event FOR UPDATE;
  IF NOT FOUND OR e.status = 'draft' THEN outcome := 'not_found'; RETURN; END IF;
  IF e.status = 'cancelled' THEN outcome := 'cancelled'; RETURN; END IF;
  IF e.ends_at <= p_now THEN outcome := 'over'; RETURN; END IF;

  PERFORM rsvp_settle(p_event, p_now);
  SELECT * INTO e FROM events WHERE id = p_event;
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;

  IF r.status IN ('removed', 'going', 'offered', 'asked') THEN outcome := r.status; RETURN; END IF;
  IF r.status = 'waitlisted' THEN
    outcome := 'waitlisted'; place := rsvp_place(p_event, r.position); RETURN;
  END IF;
  IF p_party < 1 OR p_party > e.max_companions + 1 OR p_party > e.capacity THEN
    outcome := 'party_too_big'; RETURN;
  END IF;
  IF EXISTS (
    SELECT 1 FROM jsonb_array_elements(e.questions) AS question
    WHERE (question->>'required')::boolean
      AND coalesce(p_details->'answers'->>(question->>'id'), '') = ''
  ) THEN
    outcome := 'unanswered'; RETURN;
  END IF;
  IF r.status = 'held' THEN
    -- The seats kept for them go back for a moment: what they take now may be more or fewer.
    e.seats_taken := e.seats_taken - r.party_size;
  END IF;

  IF e.approval THEN
    next_status := CASE WHEN p_hold IS NULL THEN 'asked'::rsvp_status END;
  ELSIF (e.capacity IS NULL OR e.seats_taken + p_party <= e.capacity)
    AND (r.status IS NOT DISTINCT FROM 'held' OR NOT rsvp_has_queue(p_event, e.capacity)) THEN
    next_status := CASE WHEN p_hold IS NULL THEN 'going'::rsvp_status ELSE 'held'::rsvp_status END;
  ELSE
    next_status := CASE WHEN p_hold IS NULL THEN 'waitlisted'::rsvp_status END;
  END IF;
  IF next_status IS NULL THEN outcome := 'full'; RETURN; END IF;

  UPDATE events SET
    joins = joins + 1,
    seats_taken = e.seats_taken + (CASE WHEN rsvp_holds_seat(next_status) THEN p_party ELSE 0 END)
  WHERE id = p_event;
  INSERT INTO rsvps (id, event_id, freelancer_id, status, position, held_until, party_size,
    note, answers, first_time, unlisted, created_at, updated_at)
  VALUES (uuid_v7(), p_event, p_freelancer, next_status, e.joins + 1,
    CASE WHEN next_status = 'held' THEN p_now + p_hold END, p_party,
    coalesce(p_details->>'note', ''), coalesce(p_details->'answers', '{}'),
    coalesce((p_details->>'firstTime')::boolean, false), coalesce((p_details->>'unlisted')::boolean, false), p_now, p_now)
  ON CONFLICT (event_id, freelancer_id) DO UPDATE SET
    status = excluded.status, position = excluded.position, held_until = excluded.held_until,
    party_size = excluded.party_size, note = excluded.note, answers = excluded.answers,
    first_time = excluded.first_time, unlisted = excluded.unlisted,
    reconfirmed_at = NULL, checked_in_at = NULL, quiet = false, updated_at = p_now
  RETURNING * INTO r;

  IF next_status = 'held' THEN
    PERFORM job_write('hold_expired', jsonb_build_object('eventId', p_event), r.held_until);
  ELSIF p_tell THEN
    PERFORM job_write(
      CASE next_status WHEN 'going' THEN 'rsvp_confirmed' WHEN 'asked' THEN 'rsvp_asked' ELSE 'rsvp_waitlisted' END,
      jsonb_build_object('rsvpId', r.id), p_now);
  END IF;
  IF next_status = 'asked' THEN
    PERFORM job_write('guest_asks', jsonb_build_object('rsvpId', r.id, 'hostId', host), p_now)
    FROM (SELECT e.organizer_id UNION SELECT freelancer_id FROM event_hosts WHERE event_id = p_event) AS hosts (host);
  END IF;
  -- A held party that became smaller, or went over to the queue, may leave room for somebody.
  PERFORM rsvp_settle(p_event, p_now, r.id);
  SELECT status INTO next_status FROM rsvps WHERE id = r.id;
  outcome := next_status;
  IF next_status = 'waitlisted' THEN place := rsvp_place(p_event, r.position); END IF;
END $$;

-- Gives up seats, a place in the queue or a request. p_as: 'cancelled', or what is said instead: 'maybe', 'declined'.
CREATE FUNCTION rsvp_cancel(
  p_event uuid, p_freelancer uuid, p_now timestamptz DEFAULT now(), p_as rsvp_status DEFAULT 'cancelled',
  OUT outcome text, OUT promoted int
) LANGUAGE plpgsql AS $$
DECLARE
  e events;
  r rsvps;
BEGIN
  promoted := 0;
  SELECT * INTO e FROM events WHERE id = p_event FOR UPDATE;
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;
  IF r.id IS NULL THEN outcome := 'not_found'; RETURN; END IF;
  IF r.status IN ('removed', 'cancelled', 'declined') THEN outcome := CASE r.status WHEN 'removed' THEN 'removed' ELSE 'cancelled' END; RETURN; END IF;
  IF e.ends_at <= p_now THEN outcome := 'over'; RETURN; END IF;

  UPDATE rsvps SET status = p_as, held_until = NULL, updated_at = p_now WHERE id = r.id;
  IF rsvp_holds_seat(r.status) THEN
    UPDATE events SET seats_taken = seats_taken - r.party_size WHERE id = p_event;
  END IF;
  IF r.status NOT IN ('held', 'maybe') AND e.status = 'published' THEN
    PERFORM job_write('rsvp_cancelled', jsonb_build_object('rsvpId', r.id, 'was', r.status), p_now);
  END IF;
  promoted := rsvp_settle(p_event, p_now);
  outcome := 'cancelled';
END $$;

-- "Maybe" or "I can't come": holds no seat and gives up whatever was held. p_answer: 'maybe' or 'declined'.
CREATE FUNCTION rsvp_answer(
  p_event uuid, p_freelancer uuid, p_answer rsvp_status, p_now timestamptz DEFAULT now(),
  OUT outcome text, OUT promoted int
) LANGUAGE plpgsql AS $$
DECLARE
  e events;
  r rsvps;
BEGIN
  promoted := 0;
  SELECT * INTO e FROM events WHERE id = p_event FOR UPDATE;
  IF NOT FOUND OR e.status = 'draft' THEN outcome := 'not_found'; RETURN; END IF;
  IF e.status = 'cancelled' THEN outcome := 'cancelled'; RETURN; END IF;
  IF e.ends_at <= p_now THEN outcome := 'over'; RETURN; END IF;
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;
  IF r.status = 'removed' THEN outcome := 'removed'; RETURN; END IF;
  outcome := p_answer;
  IF r.status IN ('held', 'going', 'offered', 'waitlisted', 'asked') THEN
    SELECT c.promoted INTO promoted FROM rsvp_cancel(p_event, p_freelancer, p_now, p_answer) c;
    RETURN;
  END IF;
  INSERT INTO rsvps (id, event_id, freelancer_id, status, position, created_at, updated_at)
  VALUES (uuid_v7(), p_event, p_freelancer, p_answer, 0, p_now, p_now)
  ON CONFLICT (event_id, freelancer_id) DO UPDATE SET status = p_answer, updated_at = p_now;
END $$;

-- Another number of people or other details. A party grows only where seats are free and nobody waits for them; who
-- waits keeps their place. Outcomes: changed, full, party_too_big, not_found, cancelled, over.
CREATE FUNCTION rsvp_change(
  p_event uuid, p_freelancer uuid, p_party int, p_details jsonb, p_now timestamptz DEFAULT now(),
  OUT outcome text, OUT promoted int
) LANGUAGE plpgsql AS $$
DECLARE
  e events;
  r rsvps;
  more int;
BEGIN
  promoted := 0;
  SELECT * INTO e FROM events WHERE id = p_event FOR UPDATE;
  IF NOT FOUND OR e.status = 'draft' THEN outcome := 'not_found'; RETURN; END IF;
  IF e.status = 'cancelled' THEN outcome := 'cancelled'; RETURN; END IF;
  IF e.ends_at <= p_now THEN outcome := 'over'; RETURN; END IF;
  promoted := rsvp_settle(p_event, p_now);
  SELECT * INTO e FROM events WHERE id = p_event;
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;
  IF r.status IS NULL OR r.status NOT IN ('going', 'offered', 'waitlisted', 'asked') THEN
    outcome := 'not_found'; RETURN;
  END IF;
  more := p_party - r.party_size;
  IF p_party < 1 OR more > 0 AND (p_party > e.max_companions + 1 OR p_party > e.capacity) THEN
    outcome := 'party_too_big'; RETURN;
  END IF;
  IF rsvp_holds_seat(r.status) THEN
    IF more > 0 AND (e.seats_taken + more > e.capacity OR rsvp_has_queue(p_event, e.capacity)) THEN
      outcome := 'full'; RETURN;
    END IF;
    UPDATE events SET seats_taken = seats_taken + more WHERE id = p_event;
  END IF;
  UPDATE rsvps SET
    party_size = p_party, updated_at = p_now,
    note = coalesce(p_details->>'note', note), answers = coalesce(p_details->'answers', answers),
    first_time = coalesce((p_details->>'firstTime')::boolean, first_time),
    unlisted = coalesce((p_details->>'unlisted')::boolean, unlisted)
  WHERE id = r.id;
  promoted := promoted + rsvp_settle(p_event, p_now);
  outcome := 'changed';
END $$;

-- Takes the seat that was offered. Answers where the person stands afterwards, or 'not_found'.
CREATE FUNCTION rsvp_confirm(p_event uuid, p_freelancer uuid, p_now timestamptz DEFAULT now()) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  r rsvps;
BEGIN
  PERFORM 1 FROM events WHERE id = p_event FOR UPDATE;
  PERFORM rsvp_settle(p_event, p_now);
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;
  IF r.status = 'offered' THEN
    UPDATE rsvps SET status = 'going', held_until = NULL, updated_at = p_now WHERE id = r.id;
    PERFORM job_write('rsvp_confirmed', jsonb_build_object('rsvpId', r.id), p_now);
    RETURN 'going';
  END IF;
  RETURN coalesce(r.status::text, 'not_found');
END $$;

-- A host lets somebody in who asked: seats if there are any, else the place in the queue that their asking gave them.
CREATE FUNCTION rsvp_admit(
  p_event uuid, p_freelancer uuid, p_now timestamptz DEFAULT now(), OUT outcome text, OUT promoted int
) LANGUAGE plpgsql AS $$
DECLARE
  r rsvps;
BEGIN
  promoted := 0;
  PERFORM 1 FROM events WHERE id = p_event FOR UPDATE;
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;
  IF r.status IS DISTINCT FROM 'asked' THEN outcome := coalesce(r.status::text, 'not_found'); RETURN; END IF;
  UPDATE rsvps SET status = 'waitlisted', updated_at = p_now WHERE id = r.id;
  promoted := rsvp_settle(p_event, p_now, r.id);
  SELECT status INTO outcome FROM rsvps WHERE id = r.id;
  IF outcome = 'waitlisted' THEN
    PERFORM job_write('rsvp_waitlisted', jsonb_build_object('rsvpId', r.id), p_now);
  ELSE
    promoted := promoted - 1;
  END IF;
END $$;

-- A host takes somebody off the list, or says no to a request. They cannot join again.
CREATE FUNCTION rsvp_remove(
  p_event uuid, p_freelancer uuid, p_note text, p_now timestamptz DEFAULT now(), OUT outcome text, OUT promoted int
) LANGUAGE plpgsql AS $$
DECLARE
  r rsvps;
BEGIN
  promoted := 0;
  PERFORM 1 FROM events WHERE id = p_event FOR UPDATE;
  SELECT * INTO r FROM rsvps WHERE event_id = p_event AND freelancer_id = p_freelancer;
  IF r.status IS NULL OR r.status IN ('cancelled', 'declined', 'held') THEN outcome := 'not_found'; RETURN; END IF;
  outcome := 'removed';
  IF r.status = 'removed' THEN RETURN; END IF;

  UPDATE rsvps SET status = 'removed', held_until = NULL, updated_at = p_now WHERE id = r.id;
  IF rsvp_holds_seat(r.status) THEN
    UPDATE events SET seats_taken = seats_taken - r.party_size WHERE id = p_event;
  END IF;
  IF r.status <> 'maybe' THEN
    PERFORM job_write('guest_removed', jsonb_build_object('rsvpId', r.id, 'note', p_note, 'was', r.status), p_now);
  END IF;
  promoted := rsvp_settle(p_event, p_now);
END $$;
