-- Both are trusted: whoever owns the database may create them. The start says so where they cannot be had.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- The words of a text as they are searched: lower case, no accents, apart by spaces and with one at either end, "St"
-- written out; as fold() of lib/towns/rules. unaccent() is only STABLE because its dictionary may be changed: named with
-- its schema it is the same for an index and for a restored dump. It takes about ten microseconds, and says so.
DO $do$
DECLARE
  home text := (SELECT quote_ident(nspname) FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
                WHERE extname = 'unaccent');
BEGIN
  EXECUTE format($sql$
    CREATE FUNCTION search_words(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 500 AS $f$
    BEGIN
      RETURN replace(replace(
        ' ' || translate(lower(%1$s.unaccent('%1$s.unaccent', $1)), '''’-–—.,;:/&()[]"«»“”_+|!?#@*%%\<>=~$^{}`', repeat(' ', 48)) || ' ',
        ' st ', ' saint '), ' ste ', ' sainte ');
    END $f$
  $sql$, home);
END $do$;

-- Names forgive slips; addresses are longer and have to be spelt.
CREATE INDEX "spaces_named_trgm" ON "spaces" USING gin (search_words("name") gin_trgm_ops) WHERE "closed_on" IS NULL;
CREATE INDEX "spaces_words_trgm" ON "spaces" USING gin (search_words("name" || ' ' || "city" || ' ' || "street" || ' ' || "postcode") gin_trgm_ops) WHERE "closed_on" IS NULL;
CREATE INDEX "events_words_trgm" ON "events" USING gin (search_words("title" || ' ' || "place_name" || ' ' || "city") gin_trgm_ops) WHERE "status" = 'published' AND NOT "unlisted";

-- CreateTable
CREATE TABLE "geocoder_answers" (
    "key" TEXT NOT NULL,
    "places" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "geocoder_answers_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "geocoder_turns" (
    "service" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "rests_until" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "geocoder_turns_pkey" PRIMARY KEY ("service")
);

-- CreateIndex
CREATE INDEX "geocoder_answers_asked_at_idx" ON "geocoder_answers"("asked_at");

ALTER TABLE "geocoder_turns" ADD CONSTRAINT "geocoder_turns_failures_positive" CHECK ("failures" >= 0);
