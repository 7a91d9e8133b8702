-- AlterTable
ALTER TABLE "events" ADD COLUMN     "gentle" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "good_for_newcomers" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "leave_whenever" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "no_introductions" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "quiet_place" BOOLEAN NOT NULL DEFAULT false;

-- Gentle is what the facts and the seats come to, never a word alone; the list of names is then its hosts'.
ALTER TABLE "events" ADD CONSTRAINT "events_gentle_as_said" CHECK (
  "gentle" = ("quiet_place" AND "leave_whenever" AND "no_introductions" AND "capacity" IS NOT NULL AND "capacity" <= 8)
);
ALTER TABLE "events" ADD CONSTRAINT "events_gentle_tells_hosts_alone" CHECK (NOT "gentle" OR "list_visibility" = 'hosts');
