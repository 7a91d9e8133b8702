-- CreateEnum
CREATE TYPE "sockets" AS ENUM ('none', 'few', 'plenty');

-- CreateEnum
CREATE TYPE "noise" AS ENUM ('quiet', 'murmur', 'loud');

-- CreateEnum
CREATE TYPE "space_topic" AS ENUM ('wifi', 'sockets', 'noise');

-- CreateEnum
CREATE TYPE "correction_status" AS ENUM ('pending', 'applied', 'refused');

-- CreateEnum
CREATE TYPE "double_status" AS ENUM ('open', 'different');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('waiting', 'running', 'done', 'stopped', 'failed', 'undone');

-- AlterTable
ALTER TABLE "space_sources" ADD COLUMN     "facts" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "spaces" ADD COLUMN     "approximate" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "bike_parking" BOOLEAN,
ADD COLUMN     "calls_allowed" BOOLEAN,
ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "coffee" BOOLEAN,
ADD COLUMN     "currency" TEXT NOT NULL DEFAULT 'EUR',
ADD COLUMN     "hours_text" TEXT,
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "meeting_rooms" BOOLEAN,
ADD COLUMN     "noise" "noise",
ADD COLUMN     "outdoor" BOOLEAN,
ADD COLUMN     "phone_booths" BOOLEAN,
ADD COLUMN     "price_day" INTEGER,
ADD COLUMN     "price_hour" INTEGER,
ADD COLUMN     "price_month" INTEGER,
ADD COLUMN     "provenance" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "sockets" "sockets",
ADD COLUMN     "trial_day" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "trial_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "wifi_mbps" INTEGER;

-- CreateTable
CREATE TABLE "space_aliases" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,

    CONSTRAINT "space_aliases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_photos" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_photos_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_confirmations" (
    "space_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "space_confirmations_pkey" PRIMARY KEY ("space_id","freelancer_id")
);

-- CreateTable
CREATE TABLE "space_observations" (
    "space_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "topic" "space_topic" NOT NULL,
    "value" INTEGER NOT NULL,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "space_observations_pkey" PRIMARY KEY ("space_id","freelancer_id","topic")
);

-- CreateTable
CREATE TABLE "space_corrections" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "author_id" UUID,
    "changes" JSONB NOT NULL,
    "before" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    "status" "correction_status" NOT NULL DEFAULT 'pending',
    "answer" TEXT NOT NULL DEFAULT '',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_corrections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_claims" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "code_hash" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space_owners" (
    "space_id" UUID NOT NULL,
    "freelancer_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_owners_pkey" PRIMARY KEY ("space_id","freelancer_id")
);

-- CreateTable
CREATE TABLE "space_doubles" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "status" "double_status" NOT NULL DEFAULT 'open',
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_doubles_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "import_runs" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "origin" TEXT NOT NULL,
    "licence" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT NOT NULL DEFAULT '',
    "status" "import_status" NOT NULL DEFAULT 'waiting',
    "options" JSONB NOT NULL DEFAULT '{}',
    "rows" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "merged" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "skipped" JSONB NOT NULL DEFAULT '{}',
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "total" INTEGER,
    "problem" TEXT NOT NULL DEFAULT '',
    "started_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_changes" (
    "run_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "before" JSONB,

    CONSTRAINT "import_changes_pkey" PRIMARY KEY ("run_id","source","external_id")
);

-- CreateIndex
CREATE INDEX "space_aliases_space_id_idx" ON "space_aliases"("space_id");

-- CreateIndex
CREATE UNIQUE INDEX "space_photos_space_id_url_key" ON "space_photos"("space_id", "url");

-- CreateIndex
CREATE INDEX "space_confirmations_freelancer_id_idx" ON "space_confirmations"("freelancer_id");

-- CreateIndex
CREATE INDEX "space_observations_freelancer_id_idx" ON "space_observations"("freelancer_id");

-- CreateIndex
CREATE INDEX "space_corrections_space_id_idx" ON "space_corrections"("space_id");

-- CreateIndex
CREATE INDEX "space_corrections_author_id_idx" ON "space_corrections"("author_id");

-- CreateIndex
CREATE INDEX "space_corrections_decided_by_idx" ON "space_corrections"("decided_by");

-- CreateIndex
CREATE INDEX "space_corrections_status_idx" ON "space_corrections"("status");

-- CreateIndex
CREATE INDEX "space_claims_freelancer_id_idx" ON "space_claims"("freelancer_id");

-- CreateIndex
CREATE UNIQUE INDEX "space_claims_space_id_freelancer_id_key" ON "space_claims"("space_id", "freelancer_id");

-- CreateIndex
CREATE INDEX "space_owners_freelancer_id_idx" ON "space_owners"("freelancer_id");

-- CreateIndex
CREATE INDEX "space_doubles_second_id_idx" ON "space_doubles"("second_id");

-- CreateIndex
CREATE INDEX "import_runs_started_by_idx" ON "import_runs"("started_by");

-- CreateIndex
CREATE INDEX "import_runs_created_at_idx" ON "import_runs"("created_at");

-- CreateIndex
CREATE INDEX "import_changes_source_external_id_idx" ON "import_changes"("source", "external_id");

-- AddForeignKey
ALTER TABLE "space_aliases" ADD CONSTRAINT "space_aliases_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_photos" ADD CONSTRAINT "space_photos_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_confirmations" ADD CONSTRAINT "space_confirmations_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_confirmations" ADD CONSTRAINT "space_confirmations_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_observations" ADD CONSTRAINT "space_observations_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_observations" ADD CONSTRAINT "space_observations_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_corrections" ADD CONSTRAINT "space_corrections_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_corrections" ADD CONSTRAINT "space_corrections_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "freelancers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_corrections" ADD CONSTRAINT "space_corrections_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "freelancers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_claims" ADD CONSTRAINT "space_claims_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_claims" ADD CONSTRAINT "space_claims_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_owners" ADD CONSTRAINT "space_owners_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_owners" ADD CONSTRAINT "space_owners_freelancer_id_fkey" FOREIGN KEY ("freelancer_id") REFERENCES "freelancers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_doubles" ADD CONSTRAINT "space_doubles_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_doubles" ADD CONSTRAINT "space_doubles_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_started_by_fkey" FOREIGN KEY ("started_by") REFERENCES "freelancers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "spaces" ADD CONSTRAINT "spaces_prices_sane" CHECK (LEAST("price_hour", "price_day", "price_month") >= 0 AND GREATEST("price_hour", "price_day", "price_month") <= 10000000);
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_currency_shape" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_wifi_sane" CHECK ("wifi_mbps" BETWEEN 0 AND 100000);
ALTER TABLE "space_aliases" ADD CONSTRAINT "space_aliases_of_another" CHECK ("id" <> "space_id");
ALTER TABLE "space_photos" ADD CONSTRAINT "space_photos_https" CHECK ("url" LIKE 'https://%');
ALTER TABLE "space_observations" ADD CONSTRAINT "space_observations_value_sane" CHECK (CASE "topic" WHEN 'wifi' THEN "value" BETWEEN 0 AND 100000 ELSE "value" BETWEEN 0 AND 2 END);
ALTER TABLE "space_corrections" ADD CONSTRAINT "space_corrections_decided_whole" CHECK (("status" = 'pending') = ("decided_at" IS NULL));
ALTER TABLE "space_claims" ADD CONSTRAINT "space_claims_attempts_limited" CHECK ("attempts" BETWEEN 0 AND 5);
ALTER TABLE "space_claims" ADD CONSTRAINT "space_claims_code_with_address" CHECK (("email" = '') = ("code_hash" = ''));
ALTER TABLE "space_doubles" ADD CONSTRAINT "space_doubles_in_order" CHECK ("first_id" < "second_id");
ALTER TABLE "space_doubles" ADD CONSTRAINT "space_doubles_score_share" CHECK ("score" BETWEEN 0 AND 1);
ALTER TABLE "space_doubles" ADD CONSTRAINT "space_doubles_decided_whole" CHECK (("status" = 'open') = ("decided_at" IS NULL));
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_counts_positive" CHECK (LEAST("rows", "created", "updated", "merged", "unchanged", "total") >= 0);
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_sha256_shape" CHECK ("sha256" ~ '^([0-9a-f]{64})?$');
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_ended_whole" CHECK (("status" IN ('waiting', 'running')) = ("finished_at" IS NULL));
