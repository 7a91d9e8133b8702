-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('hidden', 'members');

-- CreateEnum
CREATE TYPE "space_kind" AS ENUM ('coworking', 'third_place', 'cafe', 'library', 'home_table');

-- CreateEnum
CREATE TYPE "internet" AS ENUM ('wlan', 'wired', 'terminal', 'yes', 'no');

-- CreateEnum
CREATE TYPE "internet_fee" AS ENUM ('no', 'yes', 'customers');

-- CreateEnum
CREATE TYPE "wheelchair" AS ENUM ('yes', 'limited', 'no', 'designated');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('open_coffee', 'coworking_day', 'lunch', 'afterwork', 'networking_evening', 'workshop', 'trade_fair', 'outside_work', 'e_coffee', 'one_to_one');

-- CreateEnum
CREATE TYPE "event_status" AS ENUM ('published', 'cancelled');

-- CreateEnum
CREATE TYPE "rsvp_status" AS ENUM ('held', 'going', 'waitlisted', 'cancelled', 'removed');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_codes" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL,
    "name" TEXT,
    "event_id" UUID,
    "return_to" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "freelancers" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "trade" TEXT NOT NULL DEFAULT '',
    "bio" TEXT NOT NULL DEFAULT '',
    "interests" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "cell_lat" DOUBLE PRECISION,
    "cell_lng" DOUBLE PRECISION,
    "area" TEXT NOT NULL DEFAULT '',
    "visibility" "visibility" NOT NULL DEFAULT 'hidden',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "freelancers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spaces" (
    "id" UUID NOT NULL,
    "kind" "space_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "time_zone" TEXT NOT NULL,
    "street" TEXT NOT NULL DEFAULT '',
    "postcode" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "website" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "opening_hours" TEXT,
    "internet" "internet",
    "internet_fee" "internet_fee",
    "internet_ssid" TEXT,
    "fee" BOOLEAN,
    "charge" TEXT,
    "capacity" INTEGER,
    "wheelchair" "wheelchair",
    "toilets_wheelchair" "wheelchair",
    "air_conditioning" BOOLEAN,
    "operator" TEXT,
    "level" TEXT,
    "siret" TEXT,
    "payment" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "confirmed_on" DATE,
    "hours_confirmed_on" DATE,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_sources" (
    "space_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_sources_pkey" PRIMARY KEY ("source","external_id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "kind" "event_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "welcome" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'fr',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "space_id" UUID,
    "place_name" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "online_url" TEXT,
    "price" TEXT,
    "capacity" INTEGER,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,
    "joins" INTEGER NOT NULL DEFAULT 0,
    "status" "event_status" NOT NULL DEFAULT 'published',
    "cancel_message" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "organizer_id" UUID NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rsvps" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "status" "rsvp_status" NOT NULL,
    "position" INTEGER NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rsvps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "run_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_idx" ON "sessions"("expires");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_codes_link_hash_key" ON "sign_in_codes"("link_hash");

-- CreateIndex
CREATE INDEX "sign_in_codes_email_created_at_idx" ON "sign_in_codes"("email", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_codes_event_id_idx" ON "sign_in_codes"("event_id");

-- CreateIndex
CREATE INDEX "rate_limits_window_start_idx" ON "rate_limits"("window_start");

-- CreateIndex
CREATE INDEX "spaces_kind_idx" ON "spaces"("kind");

-- CreateIndex
CREATE INDEX "spaces_opening_hours_idx" ON "spaces"("opening_hours");

-- CreateIndex
CREATE INDEX "space_sources_space_id_idx" ON "space_sources"("space_id");

-- CreateIndex
CREATE INDEX "events_starts_at_id_idx" ON "events"("starts_at", "id");

-- CreateIndex
CREATE INDEX "events_organizer_id_starts_at_idx" ON "events"("organizer_id", "starts_at");

-- CreateIndex
CREATE INDEX "events_space_id_starts_at_idx" ON "events"("space_id", "starts_at");

-- CreateIndex
CREATE INDEX "rsvps_event_id_status_position_idx" ON "rsvps"("event_id", "status", "position");

-- CreateIndex
CREATE INDEX "rsvps_freelancer_id_status_idx" ON "rsvps"("freelancer_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "rsvps_event_id_freelancer_id_key" ON "rsvps"("event_id", "freelancer_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "freelancers" ADD CONSTRAINT "freelancers_id_fkey" FOREIGN KEY ("id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_sources" ADD CONSTRAINT "space_sources_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "freelancers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say stands from here on. The guards are named, so that the code can tell them apart.

-- Users and sign-in
ALTER TABLE "users" ADD CONSTRAINT "users_email_shape" CHECK ("email" = lower("email") AND "email" ~ '^[^@[:space:],]+@[a-z0-9.-]+$' AND length("email") <= 254);
ALTER TABLE "users" ADD CONSTRAINT "users_locale_known" CHECK ("locale" IN ('fr', 'en'));
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_email_shape" CHECK ("email" = lower("email") AND "email" ~ '^[^@[:space:],]+@[a-z0-9.-]+$' AND length("email") <= 254);
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_locale_known" CHECK ("locale" IN ('fr', 'en'));
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_attempts_limited" CHECK ("attempts" BETWEEN 0 AND 5);
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_expires_later" CHECK ("expires_at" > "created_at");
ALTER TABLE "rate_limits" ADD CONSTRAINT "rate_limits_count_positive" CHECK ("count" >= 0);

-- Freelancers
ALTER TABLE "freelancers" ADD CONSTRAINT "freelancers_name_present" CHECK ("name" <> '');
ALTER TABLE "freelancers" ADD CONSTRAINT "freelancers_cell_whole" CHECK (("cell_lat" IS NULL) = ("cell_lng" IS NULL));
ALTER TABLE "freelancers" ADD CONSTRAINT "freelancers_cell_on_earth" CHECK ("cell_lat" BETWEEN -90 AND 90 AND "cell_lng" BETWEEN -180 AND 180);
CREATE INDEX "freelancers_cell_gist" ON "freelancers" USING gist (point("cell_lng", "cell_lat")) WHERE "visibility" = 'members' AND "cell_lat" IS NOT NULL;

-- Spaces
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_name_present" CHECK ("name" <> '');
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_on_earth" CHECK ("lat" BETWEEN -90 AND 90 AND "lng" BETWEEN -180 AND 180);
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_capacity_positive" CHECK ("capacity" >= 1);
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_country_shape" CHECK ("country" ~ '^([A-Z]{2})?$');
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_siret_shape" CHECK ("siret" ~ '^[0-9]{14}$');
CREATE INDEX "spaces_point_gist" ON "spaces" USING gist (point("lng", "lat"));

-- Events
ALTER TABLE "events" ADD CONSTRAINT "events_title_present" CHECK ("title" <> '');
ALTER TABLE "events" ADD CONSTRAINT "events_end_after_start" CHECK ("ends_at" > "starts_at");
ALTER TABLE "events" ADD CONSTRAINT "events_point_whole" CHECK (("lat" IS NULL) = ("lng" IS NULL));
ALTER TABLE "events" ADD CONSTRAINT "events_on_earth" CHECK ("lat" BETWEEN -90 AND 90 AND "lng" BETWEEN -180 AND 180);
ALTER TABLE "events" ADD CONSTRAINT "events_somewhere" CHECK ("lat" IS NOT NULL OR "online_url" IS NOT NULL);
ALTER TABLE "events" ADD CONSTRAINT "events_capacity_positive" CHECK ("capacity" >= 1);
ALTER TABLE "events" ADD CONSTRAINT "events_seats_taken_positive" CHECK ("seats_taken" >= 0);
ALTER TABLE "events" ADD CONSTRAINT "events_not_oversold" CHECK ("seats_taken" <= "capacity");
ALTER TABLE "events" ADD CONSTRAINT "events_joins_positive" CHECK ("joins" >= 0);
ALTER TABLE "events" ADD CONSTRAINT "events_sequence_positive" CHECK ("sequence" >= 0);
CREATE INDEX "events_point_gist" ON "events" USING gist (point("lng", "lat")) WHERE "lat" IS NOT NULL;

-- RSVPs
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_held_until_only_when_held" CHECK (("status" = 'held') = ("held_until" IS NOT NULL));
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_position_positive" CHECK ("position" >= 0);

-- Jobs: the worker reads what is due, and is woken by a notification when the transaction commits.
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_attempts_positive" CHECK ("attempts" >= 0);
CREATE INDEX "jobs_pending" ON "jobs" ("run_at", "id") WHERE "done_at" IS NULL AND "failed_at" IS NULL;

CREATE FUNCTION "jobs_notify"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('jobs', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER "jobs_inserted" AFTER INSERT ON "jobs" FOR EACH STATEMENT EXECUTE FUNCTION "jobs_notify"();
