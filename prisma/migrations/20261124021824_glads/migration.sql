-- AlterTable
ALTER TABLE "freelancers" ADD COLUMN     "see_again" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "glads" (
    "person_id" UUID NOT NULL,
    "about_id" UUID NOT NULL,
    "way" TEXT NOT NULL DEFAULT '',
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "glads_pkey" PRIMARY KEY ("person_id","about_id")
);

-- CreateIndex
CREATE INDEX "glads_about_id_idx" ON "glads"("about_id");

-- AddForeignKey
ALTER TABLE "glads" ADD CONSTRAINT "glads_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "glads" ADD CONSTRAINT "glads_about_id_fkey" FOREIGN KEY ("about_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "glads"
  ADD CONSTRAINT "glads_of_another" CHECK ("person_id" <> "about_id"),
  ADD CONSTRAINT "glads_way_short" CHECK (char_length("way") <= 120);

-- Where a host checked anybody in, those who were seen are looked for.
CREATE INDEX "rsvps_seen_idx" ON "rsvps" ("event_id") WHERE "checked_in_at" IS NOT NULL;
