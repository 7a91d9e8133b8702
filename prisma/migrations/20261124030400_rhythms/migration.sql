-- CreateEnum
CREATE TYPE "pace" AS ENUM ('twice_weekly', 'weekly', 'fortnightly', 'monthly');

-- CreateEnum
CREATE TYPE "rhythm_letter_kind" AS ENUM ('nudge', 'digest');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "message_kind" ADD VALUE 'nudge';
ALTER TYPE "message_kind" ADD VALUE 'digest';

-- CreateTable
CREATE TABLE "rhythms" (
    "freelancer_id" UUID NOT NULL,
    "pace" "pace" NOT NULL,
    "hour" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "digest_day" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rhythms_pkey" PRIMARY KEY ("freelancer_id")
);

-- CreateTable
CREATE TABLE "rhythm_letters" (
    "freelancer_id" UUID NOT NULL,
    "kind" "rhythm_letter_kind" NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rhythm_letters_pkey" PRIMARY KEY ("freelancer_id","kind","due_at")
);

-- AddForeignKey
ALTER TABLE "rhythms" ADD CONSTRAINT "rhythms_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rhythm_letters" ADD CONSTRAINT "rhythm_letters_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "rhythms"("freelancer_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "rhythms"
  ADD CONSTRAINT "rhythms_hour_civil" CHECK ("hour" BETWEEN 7 AND 21),
  ADD CONSTRAINT "rhythms_digest_day_of_week" CHECK ("digest_day" BETWEEN 1 AND 7);
