-- Squares of a quarter of a degree: a third of what four times as great ones held is read to find what is at hand. As
-- squaresAround() of lib/search/words/rules.ts. The indexes hold what the function gave before, and are made anew.
DROP INDEX "spaces_words_trgm";
DROP INDEX "events_words_trgm";
CREATE OR REPLACE FUNCTION search_square(lat float8, lng float8) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY[floor(lat * 4)::int * 1440 + floor(lng * 4)::int];
CREATE INDEX "spaces_words_trgm" ON "spaces" USING gin (
  search_square("lat", "lng"),
  search_words("name") gin_trgm_ops,
  search_words("name" || ' ' || "city" || ' ' || "street" || ' ' || "postcode") gin_trgm_ops
) WHERE "closed_on" IS NULL;
CREATE INDEX "events_words_trgm" ON "events" USING gin (
  search_square("lat", "lng"),
  search_words("title" || ' ' || "place_name" || ' ' || "city") gin_trgm_ops
) WHERE "status" = 'published' AND NOT "unlisted";
