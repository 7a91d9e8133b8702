-- CreateEnum
CREATE TYPE "coffee_size" AS ENUM ('pair', 'trio');

-- CreateEnum
CREATE TYPE "coffee_kind" AS ENUM ('coffee', 'lunch', 'online');

-- CreateEnum
CREATE TYPE "coffee_status" AS ENUM ('proposed', 'agreed', 'lapsed', 'cancelled');

-- CreateEnum
CREATE TYPE "coffee_answer" AS ENUM ('yes', 'no', 'never');

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'coffee';

-- CreateTable
CREATE TABLE "coffee_members" (
    "freelancer_id" UUID NOT NULL,
    "size" "coffee_size" NOT NULL DEFAULT 'pair',
    "reach_km" INTEGER NOT NULL,
    "half_days" INTEGER NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coffee_members_pkey" PRIMARY KEY ("freelancer_id")
);

-- CreateTable
CREATE TABLE "coffee_rounds" (
    "week" DATE NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coffee_rounds_pkey" PRIMARY KEY ("week")
);

-- CreateTable
CREATE TABLE "coffees" (
    "id" UUID NOT NULL,
    "kind" "coffee_kind" NOT NULL DEFAULT 'coffee',
    "status" "coffee_status" NOT NULL DEFAULT 'proposed',
    "week" DATE NOT NULL,
    "space_id" UUID,
    "time_zone" TEXT NOT NULL,
    "options" TIMESTAMPTZ(3)[],
    "minutes" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "decide_by" TIMESTAMPTZ(3) NOT NULL,
    "online_url" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coffees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coffee_seats" (
    "coffee_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "answer" "coffee_answer",
    "times" INTEGER NOT NULL DEFAULT 0,
    "answered_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "met" BOOLEAN,
    "missed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "coffee_seats_pkey" PRIMARY KEY ("coffee_id","freelancer_id")
);

-- CreateIndex
CREATE INDEX "coffees_status_decide_by_idx" ON "coffees"("status", "decide_by");

-- CreateIndex
CREATE INDEX "coffees_space_id_idx" ON "coffees"("space_id");

-- CreateIndex
CREATE INDEX "coffee_seats_freelancer_id_idx" ON "coffee_seats"("freelancer_id");

-- AddForeignKey
ALTER TABLE "coffee_members" ADD CONSTRAINT "coffee_members_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coffees" ADD CONSTRAINT "coffees_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coffee_seats" ADD CONSTRAINT "coffee_seats_coffee_id_fkey" FOREIGN KEY ("coffee_id") REFERENCES "coffees"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coffee_seats" ADD CONSTRAINT "coffee_seats_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "coffee_members"
  ADD CONSTRAINT "coffee_members_reach_sane" CHECK ("reach_km" BETWEEN 1 AND 50),
  ADD CONSTRAINT "coffee_members_some_half_day" CHECK ("half_days" BETWEEN 1 AND 16383);

ALTER TABLE "coffees"
  ADD CONSTRAINT "coffees_options_few" CHECK (cardinality("options") BETWEEN 1 AND 3),
  ADD CONSTRAINT "coffees_last" CHECK ("minutes" BETWEEN 5 AND 180),
  ADD CONSTRAINT "coffees_agreed_has_a_start" CHECK ("status" NOT IN ('agreed', 'cancelled') OR "starts_at" IS NOT NULL),
  ADD CONSTRAINT "coffees_decided_before" CHECK ("decide_by" <= "options"[1]);

ALTER TABLE "coffee_seats"
  ADD CONSTRAINT "coffee_seats_times_known" CHECK ("times" BETWEEN 0 AND 7),
  ADD CONSTRAINT "coffee_seats_yes_has_a_time" CHECK ("answer" IS DISTINCT FROM 'yes' OR "times" > 0),
  ADD CONSTRAINT "coffee_seats_answer_whole" CHECK (("answer" IS NULL) = ("answered_at" IS NULL));
