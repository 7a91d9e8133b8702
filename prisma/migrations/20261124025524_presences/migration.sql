-- CreateEnum
CREATE TYPE "half_day" AS ENUM ('morning', 'afternoon');

-- CreateTable
CREATE TABLE "presences" (
    "freelancer_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "half" "half_day" NOT NULL,
    "space_id" UUID NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("freelancer_id","day","half")
);

-- CreateTable
CREATE TABLE "client_days" (
    "freelancer_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "half" "half_day" NOT NULL,
    "area" TEXT NOT NULL,
    "cell_lat" DOUBLE PRECISION NOT NULL,
    "cell_lng" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "client_days_pkey" PRIMARY KEY ("freelancer_id","weekday","half")
);

-- CreateIndex
CREATE INDEX "presences_space_id_ends_at_idx" ON "presences"("space_id", "ends_at");

-- CreateIndex
CREATE INDEX "presences_ends_at_idx" ON "presences"("ends_at");

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_days" ADD CONSTRAINT "client_days_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "client_days"
  ADD CONSTRAINT "client_days_weekday" CHECK ("weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "client_days_on_earth" CHECK ("cell_lat" BETWEEN -90 AND 90 AND "cell_lng" BETWEEN -180 AND 180);

CREATE INDEX "client_days_point_idx" ON "client_days" USING gist (point("cell_lng", "cell_lat"));
