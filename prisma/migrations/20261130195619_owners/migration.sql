-- CreateEnum
CREATE TYPE "trial_status" AS ENUM ('open', 'yes', 'no', 'other');

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'place';

-- AlterTable
ALTER TABLE "space_claims" ADD COLUMN     "answer" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "refused_at" TIMESTAMPTZ(3),
ADD COLUMN     "returned_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "space_owners" ADD COLUMN     "objected_at" TIMESTAMPTZ(3),
ADD COLUMN     "objection" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "objector_id" UUID,
ADD COLUMN     "proven_by" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "spaces" ADD COLUMN     "website_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "space_trials" (
    "space_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "half" "half_day" NOT NULL,
    "status" "trial_status" NOT NULL DEFAULT 'open',
    "reachable" BOOLEAN NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "space_trials_pkey" PRIMARY KEY ("space_id","freelancer_id")
);

-- CreateIndex
CREATE INDEX "space_trials_freelancer_id_idx" ON "space_trials"("freelancer_id");

-- CreateIndex
CREATE INDEX "space_trials_day_idx" ON "space_trials"("day");

-- CreateIndex
CREATE INDEX "space_owners_objector_id_idx" ON "space_owners"("objector_id");

-- AddForeignKey
ALTER TABLE "space_owners" ADD CONSTRAINT "space_owners_objector_id_fkey" FOREIGN KEY ("objector_id") REFERENCES "freelancers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_trials" ADD CONSTRAINT "space_trials_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_trials" ADD CONSTRAINT "space_trials_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "space_claims" ADD CONSTRAINT "space_claims_refused_when_asked" CHECK ("refused_at" IS NULL OR "asked_at" IS NOT NULL);
ALTER TABLE "space_claims" ADD CONSTRAINT "space_claims_answer_when_refused" CHECK ("answer" = '' OR "refused_at" IS NOT NULL);
ALTER TABLE "space_owners" ADD CONSTRAINT "space_owners_objection_whole" CHECK ("objected_at" IS NOT NULL OR ("objection" = '' AND "objector_id" IS NULL));
ALTER TABLE "space_owners" ADD CONSTRAINT "space_owners_object_to_another" CHECK ("objector_id" <> "freelancer_id");
ALTER TABLE "space_trials" ADD CONSTRAINT "space_trials_answered_whole" CHECK (("status" = 'open') = ("answered_at" IS NULL));

-- Whoever could set the website of a place could send themselves the code that makes it theirs. Every change is dated
-- here, where no writer can forget it; only what a source brings where there never was one counts as old from the start.
CREATE FUNCTION "space_website_dated"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  imported boolean := coalesce(NEW.provenance->>'website' NOT IN ('people', 'owner'), false);
  known boolean := false;
BEGIN
  IF TG_OP = 'UPDATE' THEN known := OLD.website IS NOT NULL OR OLD.website_since IS NOT NULL; END IF;
  NEW.website_since := CASE WHEN imported AND NOT known THEN NULL ELSE now() END;
  RETURN NEW;
END
$$;
CREATE TRIGGER "space_website_brought" BEFORE INSERT ON "spaces" FOR EACH ROW
  WHEN (NEW.website IS NOT NULL) EXECUTE FUNCTION "space_website_dated"();
CREATE TRIGGER "space_website_changed" BEFORE UPDATE OF "website" ON "spaces" FOR EACH ROW
  WHEN (NEW.website IS DISTINCT FROM OLD.website) EXECUTE FUNCTION "space_website_dated"();

-- "In how many towns do places give this domain?": host names read backwards, so that what is below a domain begins alike.
CREATE FUNCTION "website_host"(website text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN reverse(lower(substring(website from '^[^:]+://([^/?#:]+)')));
CREATE INDEX "spaces_website_host" ON "spaces" ("website_host"("website") text_pattern_ops) WHERE "website" IS NOT NULL;

-- Codes do not stand behind a thousand notices, whatever they are for. The rest is as it was.
CREATE OR REPLACE FUNCTION "job_write"(p_kind text, p_data jsonb, p_at timestamptz, p_id uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  q record;
  -- Clocks differ: what is due within a second is due now, not at the next look.
  due timestamptz := CASE WHEN p_at BETWEEN now() AND now() + interval '1 second' THEN now() ELSE p_at END;
BEGIN
  SELECT * INTO STRICT q FROM pgboss.queue
  WHERE name = CASE
    WHEN p_kind IN ('sign_in_code', 'claim_code') THEN 'codes'
    WHEN p_kind = 'import_run' THEN 'imports'
    ELSE 'work' END;
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
