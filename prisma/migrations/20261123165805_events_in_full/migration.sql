-- CreateEnum
CREATE TYPE "list_visibility" AS ENUM ('members', 'guests', 'hosts');

-- CreateEnum
CREATE TYPE "group_role" AS ENUM ('owner', 'organizer', 'member');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('day_before', 'hours_before', 'reconfirm', 'thanks');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('rsvp', 'promotion', 'change', 'reminder', 'host_message', 'thanks', 'group_event', 'hosting');

-- AlterTable
ALTER TABLE "events" ADD COLUMN     "approval" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "detached" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "group_id" UUID,
ADD COLUMN     "hidden_place" JSONB,
ADD COLUMN     "list_visibility" "list_visibility" NOT NULL DEFAULT 'members',
ADD COLUMN     "max_companions" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "publish_at" TIMESTAMPTZ(3),
ADD COLUMN     "questions" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "recurrence_id" TIMESTAMPTZ(3),
ADD COLUMN     "series_id" UUID,
ADD COLUMN     "unlisted" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "rsvps" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "checked_in_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_time" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "party_size" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "reconfirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "unlisted" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "sign_in_codes" ADD COLUMN     "details" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "mail_refusal" TEXT,
ADD COLUMN     "mail_refused_at" TIMESTAMPTZ(3),
ADD COLUMN     "quiet_from" INTEGER,
ADD COLUMN     "quiet_to" INTEGER,
ADD COLUMN     "time_zone" TEXT;

-- CreateTable
CREATE TABLE "event_hosts" (
    "event_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_hosts_pkey" PRIMARY KEY ("event_id","freelancer_id")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "exceptions" DATE[] DEFAULT ARRAY[]::DATE[],
    "values" JSONB NOT NULL,
    "made_until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "organizer_id" UUID NOT NULL,
    "group_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_rsvps" (
    "series_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "party_size" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_rsvps_pkey" PRIMARY KEY ("series_id","freelancer_id")
);

-- CreateTable
CREATE TABLE "groups" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'fr',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_members" (
    "group_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "role" "group_role" NOT NULL DEFAULT 'member',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_members_pkey" PRIMARY KEY ("group_id","freelancer_id")
);

-- CreateTable
CREATE TABLE "event_templates" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "host_messages" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "sender_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "host_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "walk_ins" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "walk_ins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "rsvp_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("rsvp_id","kind","starts_at")
);

-- CreateTable
CREATE TABLE "message_settings" (
    "user_id" UUID NOT NULL,
    "kind" "message_kind" NOT NULL,
    "mail" BOOLEAN NOT NULL,
    "push" BOOLEAN NOT NULL,

    CONSTRAINT "message_settings_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateTable
CREATE TABLE "push_subscriptions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "push_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "event_hosts_freelancer_id_idx" ON "event_hosts"("freelancer_id");

-- CreateIndex
CREATE INDEX "series_organizer_id_idx" ON "series"("organizer_id");

-- CreateIndex
CREATE INDEX "series_made_until_idx" ON "series"("made_until");

-- CreateIndex
CREATE INDEX "series_rsvps_freelancer_id_idx" ON "series_rsvps"("freelancer_id");

-- CreateIndex
CREATE INDEX "group_members_freelancer_id_idx" ON "group_members"("freelancer_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_templates_owner_id_name_key" ON "event_templates"("owner_id", "name");

-- CreateIndex
CREATE INDEX "host_messages_event_id_created_at_idx" ON "host_messages"("event_id", "created_at");

-- CreateIndex
CREATE INDEX "walk_ins_event_id_idx" ON "walk_ins"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscriptions_endpoint_key" ON "push_subscriptions"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscriptions_user_id_idx" ON "push_subscriptions"("user_id");

-- CreateIndex
CREATE INDEX "events_group_id_starts_at_idx" ON "events"("group_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "events_series_id_recurrence_id_key" ON "events"("series_id", "recurrence_id");

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "freelancers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_rsvps" ADD CONSTRAINT "series_rsvps_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_rsvps" ADD CONSTRAINT "series_rsvps_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_templates" ADD CONSTRAINT "event_templates_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_messages" ADD CONSTRAINT "host_messages_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_messages" ADD CONSTRAINT "host_messages_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "walk_ins" ADD CONSTRAINT "walk_ins_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_rsvp_id_fkey" FOREIGN KEY ("rsvp_id") REFERENCES "rsvps"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_settings" ADD CONSTRAINT "message_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "users" ADD CONSTRAINT "users_quiet_hours" CHECK (("quiet_from" IS NULL) = ("quiet_to" IS NULL) AND "quiet_from" BETWEEN 0 AND 1439 AND "quiet_to" BETWEEN 0 AND 1439);
ALTER TABLE "users" ADD CONSTRAINT "users_mail_refusal_whole" CHECK (("mail_refused_at" IS NULL) = ("mail_refusal" IS NULL));

ALTER TABLE "events" ADD CONSTRAINT "events_companions_few" CHECK ("max_companions" BETWEEN 0 AND 5);
ALTER TABLE "events" ADD CONSTRAINT "events_questions_few" CHECK (jsonb_typeof("questions") = 'array' AND jsonb_array_length("questions") <= 5);
ALTER TABLE "events" ADD CONSTRAINT "events_occurrence_whole" CHECK ("series_id" IS NULL OR "recurrence_id" IS NOT NULL);
ALTER TABLE "events" ADD CONSTRAINT "events_publish_later_only_drafts" CHECK ("publish_at" IS NULL OR "status" = 'draft');
CREATE INDEX "events_publish_at" ON "events" ("publish_at") WHERE "publish_at" IS NOT NULL;

ALTER TABLE "series" ADD CONSTRAINT "series_rule_present" CHECK ("rule" <> '');
ALTER TABLE "series" ADD CONSTRAINT "series_start_in_day" CHECK ("start_minute" BETWEEN 0 AND 1439);
ALTER TABLE "series" ADD CONSTRAINT "series_lasts" CHECK ("minutes" > 0);
ALTER TABLE "series_rsvps" ADD CONSTRAINT "series_rsvps_party_few" CHECK ("party_size" BETWEEN 1 AND 6);

ALTER TABLE "groups" ADD CONSTRAINT "groups_name_present" CHECK ("name" <> '');
CREATE UNIQUE INDEX "group_members_one_owner" ON "group_members" ("group_id") WHERE "role" = 'owner';
ALTER TABLE "event_templates" ADD CONSTRAINT "event_templates_name_present" CHECK ("name" <> '');
ALTER TABLE "host_messages" ADD CONSTRAINT "host_messages_body_present" CHECK ("body" <> '');

ALTER TABLE "rsvps" DROP CONSTRAINT "rsvps_held_until_only_when_held";
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_held_until_only_when_kept" CHECK (("status" IN ('held', 'offered')) = ("held_until" IS NOT NULL));
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_party_few" CHECK ("party_size" BETWEEN 1 AND 6);
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_answers_are_an_object" CHECK (jsonb_typeof("answers") = 'object');

ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_https" CHECK ("endpoint" LIKE 'https://%');
