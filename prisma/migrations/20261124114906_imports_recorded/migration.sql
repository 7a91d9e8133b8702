-- AlterTable
ALTER TABLE "import_runs" ADD COLUMN     "approximate" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "doubtful" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "progressed_at" TIMESTAMPTZ(3);

-- Imports have a queue of their own. The rest is as it was.
CREATE OR REPLACE FUNCTION "job_write"(p_kind text, p_data jsonb, p_at timestamptz, p_id uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  q record;
  -- Clocks differ: what is due within a second is due now, not at the next look.
  due timestamptz := CASE WHEN p_at BETWEEN now() AND now() + interval '1 second' THEN now() ELSE p_at END;
BEGIN
  SELECT * INTO STRICT q FROM pgboss.queue
  WHERE name = CASE p_kind WHEN 'sign_in_code' THEN 'codes' WHEN 'import_run' THEN 'imports' ELSE 'work' END;
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
