-- AlterTable
ALTER TABLE "events" ADD COLUMN     "recapped_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "events_ends_at_idx" ON "events"("ends_at");
