-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'wish';

-- CreateTable
CREATE TABLE "wishes" (
    "freelancer_id" UUID NOT NULL,
    "cell_lat" DOUBLE PRECISION NOT NULL,
    "cell_lng" DOUBLE PRECISION NOT NULL,
    "kinds" "event_kind"[] DEFAULT ARRAY[]::"event_kind"[],
    "half_days" INTEGER NOT NULL,
    "wished_at" TIMESTAMPTZ(3) NOT NULL,
    "rest_until" TIMESTAMPTZ(3),
    "draft_id" UUID,
    "asked_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),
    "passed_at" TIMESTAMPTZ(3),

    CONSTRAINT "wishes_pkey" PRIMARY KEY ("freelancer_id")
);

-- CreateTable
CREATE TABLE "wish_drafts" (
    "id" UUID NOT NULL,
    "kind" "event_kind" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "space_id" UUID,
    "area" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wish_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wish_notices" (
    "event_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,

    CONSTRAINT "wish_notices_pkey" PRIMARY KEY ("event_id","freelancer_id")
);

-- CreateTable
CREATE TABLE "wish_outcomes" (
    "id" UUID NOT NULL,
    "cell_lat" DOUBLE PRECISION NOT NULL,
    "cell_lng" DOUBLE PRECISION NOT NULL,
    "wished_on" DATE NOT NULL,
    "ended_on" DATE NOT NULL,
    "event_id" UUID,

    CONSTRAINT "wish_outcomes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "wishes_draft_id_idx" ON "wishes"("draft_id");

-- CreateIndex
CREATE INDEX "wishes_wished_at_idx" ON "wishes"("wished_at");

-- CreateIndex
CREATE INDEX "wish_drafts_space_id_idx" ON "wish_drafts"("space_id");

-- CreateIndex
CREATE INDEX "wish_notices_freelancer_id_idx" ON "wish_notices"("freelancer_id");

-- CreateIndex
CREATE INDEX "wish_outcomes_event_id_idx" ON "wish_outcomes"("event_id");

-- CreateIndex
CREATE INDEX "wish_outcomes_ended_on_idx" ON "wish_outcomes"("ended_on");

-- AddForeignKey
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "wish_drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish_drafts" ADD CONSTRAINT "wish_drafts_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish_notices" ADD CONSTRAINT "wish_notices_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish_notices" ADD CONSTRAINT "wish_notices_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish_outcomes" ADD CONSTRAINT "wish_outcomes_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "wishes"
  ADD CONSTRAINT "wishes_on_earth" CHECK ("cell_lat" BETWEEN -90 AND 90 AND "cell_lng" BETWEEN -180 AND 180),
  ADD CONSTRAINT "wishes_some_half_day" CHECK ("half_days" BETWEEN 1 AND 16383),
  ADD CONSTRAINT "wishes_asked_of_a_draft" CHECK ("draft_id" IS NOT NULL OR "asked_at" IS NULL),
  ADD CONSTRAINT "wishes_answered_when_asked" CHECK ("asked_at" IS NOT NULL OR ("mailed_at" IS NULL AND "passed_at" IS NULL));

ALTER TABLE "wish_drafts" ADD CONSTRAINT "wish_drafts_end_after_start" CHECK ("ends_at" > "starts_at");
ALTER TABLE "wish_outcomes" ADD CONSTRAINT "wish_outcomes_end_after_wish" CHECK ("ended_on" >= "wished_on");

CREATE INDEX "wishes_point_idx" ON "wishes" USING gist (point("cell_lng", "cell_lat"));

-- Two people are never asked at once to be the face of one draft.
CREATE UNIQUE INDEX "wishes_one_face" ON "wishes" ("draft_id") WHERE "asked_at" IS NOT NULL AND "passed_at" IS NULL;
