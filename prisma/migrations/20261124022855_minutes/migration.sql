-- CreateTable
CREATE TABLE "minutes_counters" (
    "person_id" UUID NOT NULL,
    "seconds" INTEGER NOT NULL DEFAULT 0,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_counters_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "minutes_spent" (
    "week" DATE NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "minutes_spent_pkey" PRIMARY KEY ("week","minutes")
);

-- AddForeignKey
ALTER TABLE "minutes_counters" ADD CONSTRAINT "minutes_counters_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "minutes_counters" ADD CONSTRAINT "minutes_counters_seconds_positive" CHECK ("seconds" >= 0);

ALTER TABLE "minutes_spent"
  ADD CONSTRAINT "minutes_spent_on_monday" CHECK (extract(isodow FROM "week") = 1),
  ADD CONSTRAINT "minutes_spent_within_hour" CHECK ("minutes" BETWEEN 0 AND 60),
  ADD CONSTRAINT "minutes_spent_people_positive" CHECK ("people" > 0);
