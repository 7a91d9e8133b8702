-- AlterTable
ALTER TABLE "rsvps" ADD COLUMN     "shy" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "event_greeters" (
    "event_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "recognise" TEXT NOT NULL,
    "meet_at" TEXT NOT NULL,
    "every_date" BOOLEAN NOT NULL DEFAULT false,
    "agreed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_greeters_pkey" PRIMARY KEY ("event_id","freelancer_id")
);

-- CreateIndex
CREATE INDEX "event_greeters_freelancer_id_idx" ON "event_greeters"("freelancer_id");

-- AddForeignKey
ALTER TABLE "event_greeters" ADD CONSTRAINT "event_greeters_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_greeters" ADD CONSTRAINT "event_greeters_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "event_greeters" ADD CONSTRAINT "event_greeters_words_short" CHECK (
  length("recognise") BETWEEN 1 AND 120 AND length("meet_at") BETWEEN 1 AND 120
);
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_shy_only_who_comes" CHECK (NOT "shy" OR "status" = 'going');

-- What was told to a greeter is taken back with the seat, whoever ends it.
CREATE FUNCTION rsvp_forget_shy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.shy := false;
  RETURN NEW;
END $$;
CREATE TRIGGER rsvps_forget_shy BEFORE UPDATE ON "rsvps"
  FOR EACH ROW WHEN (OLD.shy AND NEW.status <> 'going') EXECUTE FUNCTION rsvp_forget_shy();
