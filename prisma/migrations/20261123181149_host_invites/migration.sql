-- Who was asked by mail to co-host, until they answer.
-- CreateTable
CREATE TABLE "host_invites" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "host_invites_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "host_invites_invited_by_id_idx" ON "host_invites"("invited_by_id");

-- CreateIndex
CREATE INDEX "host_invites_email_idx" ON "host_invites"("email");

-- CreateIndex
CREATE UNIQUE INDEX "host_invites_event_id_email_key" ON "host_invites"("event_id", "email");

-- AddForeignKey
ALTER TABLE "host_invites" ADD CONSTRAINT "host_invites_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_invites" ADD CONSTRAINT "host_invites_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
