-- AlterTable
ALTER TABLE "freelancers" ALTER COLUMN "see_again" SET DEFAULT false;

-- Nobody chose it so far: whoever said something of somebody did.
UPDATE "freelancers" SET "see_again" = EXISTS (SELECT FROM "glads" WHERE "person_id" = "freelancers"."id");
