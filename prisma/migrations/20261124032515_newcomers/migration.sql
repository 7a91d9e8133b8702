-- AlterTable
ALTER TABLE "coffee_members" ADD COLUMN     "welcomes" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "coffees" ADD COLUMN     "welcome" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "newcomers" (
    "freelancer_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "newcomers_pkey" PRIMARY KEY ("freelancer_id")
);

-- AddForeignKey
ALTER TABLE "newcomers" ADD CONSTRAINT "newcomers_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
