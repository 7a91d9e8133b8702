-- CreateTable
CREATE TABLE "space_visits" (
    "space_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "half_days" INTEGER NOT NULL,

    CONSTRAINT "space_visits_pkey" PRIMARY KEY ("space_id","day")
);

-- CreateIndex
CREATE INDEX "space_visits_day_idx" ON "space_visits"("day");

-- AddForeignKey
ALTER TABLE "space_visits" ADD CONSTRAINT "space_visits_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
