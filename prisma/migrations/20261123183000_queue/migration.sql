-- Jobs move to pg-boss' tables, which stand in a schema of their own; the platform makes it before migrations run.
-- Everything below names it inside plpgsql alone, which looks it up when it runs.

DROP FUNCTION "job_write"(text, jsonb, timestamptz);

-- The only place where work for the worker is written, by SQL and by the application (pg-boss' manual insert). What
-- holds for a queue (tries, pauses, where given-up jobs go) is set in lib/jobs/rules.ts and read from pg-boss. With
-- p_id, writing the same work again writes nothing. The notification is the one that pg-boss itself sends.
CREATE FUNCTION "job_write"(p_kind text, p_data jsonb, p_at timestamptz, p_id uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  q record;
  -- Clocks differ: what is due within a second is due now, not at the next look.
  due timestamptz := CASE WHEN p_at BETWEEN now() AND now() + interval '1 second' THEN now() ELSE p_at END;
BEGIN
  SELECT * INTO STRICT q FROM pgboss.queue WHERE name = CASE p_kind WHEN 'sign_in_code' THEN 'codes' ELSE 'work' END;
  INSERT INTO pgboss.job (
    id, name, data, policy, start_after, created_on, keep_until, expire_seconds, deletion_seconds, heartbeat_seconds,
    retry_limit, retry_delay, retry_backoff, retry_delay_max, dead_letter
  ) VALUES (
    coalesce(p_id, gen_random_uuid()), q.name, p_data || jsonb_build_object('kind', p_kind), q.policy, due,
    clock_timestamp(), greatest(due, now()) + q.retention_seconds * interval '1 second', q.expire_seconds,
    q.deletion_seconds, q.heartbeat_seconds, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
    q.dead_letter
  ) ON CONFLICT DO NOTHING;
  IF due <= now() THEN
    PERFORM pg_notify('pgboss_' || left(encode(sha224('pgboss'), 'hex'), 24), q.name);
  END IF;
END
$$;

-- What was not done yet is done by the new worker; what was given up stays given up.
DO $$
BEGIN
  PERFORM job_write(kind, payload, run_at) FROM jobs WHERE done_at IS NULL AND failed_at IS NULL;
END
$$;

DROP TABLE "jobs";
DROP FUNCTION "jobs_notify"();
