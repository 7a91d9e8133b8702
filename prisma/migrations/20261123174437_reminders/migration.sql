-- A reminder is queued once and claimed once: the row stands from the first, claimed_at is set by whoever sends it.
-- Asking again whether somebody comes is part of the day before's reminder, not a notice of its own.
CREATE TYPE "notice_kind_new" AS ENUM ('day_before', 'hours_before', 'thanks');
ALTER TABLE "notices" ALTER COLUMN "kind" TYPE "notice_kind_new" USING ("kind"::text::"notice_kind_new");
DROP TYPE "notice_kind";
ALTER TYPE "notice_kind_new" RENAME TO "notice_kind";

ALTER TABLE "notices" ADD COLUMN "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ALTER COLUMN "claimed_at" DROP NOT NULL;
