-- CreateEnum
CREATE TYPE "trusted_telling" AS ENUM ('hour_before', 'at_start', 'if_needed');

-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'home_table';

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'safety';

-- CreateTable
CREATE TABLE "trusted_contacts" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "email_hash" TEXT NOT NULL,
    "telling" "trusted_telling" NOT NULL,
    "tell_where" BOOLEAN NOT NULL DEFAULT false,
    "tell_until" BOOLEAN NOT NULL DEFAULT false,
    "grace" INTEGER NOT NULL,
    "extra" INTEGER NOT NULL DEFAULT 0,
    "told_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "warned_at" TIMESTAMPTZ(3),
    "alarmed_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "off_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trusted_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppressed_addresses" (
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppressed_addresses_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "trusted_contacts_freelancer_id_idx" ON "trusted_contacts"("freelancer_id");

-- CreateIndex
CREATE INDEX "trusted_contacts_email_hash_idx" ON "trusted_contacts"("email_hash");

-- CreateIndex
CREATE UNIQUE INDEX "trusted_contacts_event_id_freelancer_id_key" ON "trusted_contacts"("event_id", "freelancer_id");

-- AddForeignKey
ALTER TABLE "trusted_contacts" ADD CONSTRAINT "trusted_contacts_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trusted_contacts" ADD CONSTRAINT "trusted_contacts_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As text: the new value of the enum cannot be used in the transaction that adds it.
ALTER TABLE "events" ADD CONSTRAINT "events_home_table" CHECK (
  "kind"::text <> 'home_table' OR (
    "capacity" IS NOT NULL AND "capacity" BETWEEN 3 AND 6 AND "max_companions" = 0 AND "approval"
    AND "list_visibility" = 'guests' AND "hidden_place" IS NOT NULL AND "space_id" IS NULL AND "online_url" IS NULL
    AND "series_id" IS NULL AND "group_id" IS NULL
  )
);

ALTER TABLE "trusted_contacts" ADD CONSTRAINT "trusted_contacts_name_sane" CHECK (length("name") BETWEEN 1 AND 60);
ALTER TABLE "trusted_contacts" ADD CONSTRAINT "trusted_contacts_grace_known" CHECK ("grace" IN (30, 60, 90));
ALTER TABLE "trusted_contacts" ADD CONSTRAINT "trusted_contacts_extra_sane" CHECK ("extra" BETWEEN 0 AND 600);
-- Nobody is asked to call before the person themself was asked.
ALTER TABLE "trusted_contacts" ADD CONSTRAINT "trusted_contacts_warned_first" CHECK ("alarmed_at" IS NULL OR "warned_at" IS NOT NULL);

-- Whoever gives the seat up, or loses it, is no longer there: what was told to a trusted contact is taken back.
CREATE FUNCTION trusted_seat_lost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM job_write('trusted_step', jsonb_build_object('contactId', id), CURRENT_TIMESTAMP)
  FROM trusted_contacts WHERE event_id = NEW.event_id AND freelancer_id = NEW.freelancer_id;
  UPDATE trusted_contacts SET off_at = CURRENT_TIMESTAMP
  WHERE event_id = NEW.event_id AND freelancer_id = NEW.freelancer_id AND left_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER trusted_seat_lost AFTER UPDATE OF status ON rsvps
FOR EACH ROW WHEN (OLD.status = 'going' AND NEW.status <> 'going') EXECUTE FUNCTION trusted_seat_lost();

-- An outing that moves moves everything that hangs on its hours; one that is called off ends it.
CREATE FUNCTION trusted_event_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'cancelled' THEN
    UPDATE trusted_contacts SET off_at = CURRENT_TIMESTAMP WHERE event_id = NEW.id AND left_at IS NULL AND off_at IS NULL;
  END IF;
  PERFORM job_write('trusted_step', jsonb_build_object('contactId', id), CURRENT_TIMESTAMP)
  FROM trusted_contacts WHERE event_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER trusted_event_moved AFTER UPDATE OF status, starts_at, ends_at ON events
FOR EACH ROW WHEN ((OLD.status, OLD.starts_at, OLD.ends_at) IS DISTINCT FROM (NEW.status, NEW.starts_at, NEW.ends_at))
EXECUTE FUNCTION trusted_event_moved();
