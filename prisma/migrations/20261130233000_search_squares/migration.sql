-- The square of half a degree that something stands in, as an array: what GIN indexes without an extension more. Nothing
-- stands online. As squaresAround() of lib/search/words/rules.
CREATE FUNCTION search_square(lat float8, lng float8) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY[floor(lat * 2)::int * 720 + floor(lng * 2)::int];

-- With its square beside its words, a place at hand is found without reading all that are called alike: of a million, a
-- word like "café" is in a hundred thousand names. One index for both texts: of two, the other one was taken for the
-- square alone, and every name in it read.
DROP INDEX "spaces_named_trgm";
DROP INDEX "spaces_words_trgm";
DROP INDEX "events_words_trgm";
CREATE INDEX "spaces_words_trgm" ON "spaces" USING gin (
  search_square("lat", "lng"),
  search_words("name") gin_trgm_ops,
  search_words("name" || ' ' || "city" || ' ' || "street" || ' ' || "postcode") gin_trgm_ops
) WHERE "closed_on" IS NULL;
CREATE INDEX "events_words_trgm" ON "events" USING gin (
  search_square("lat", "lng"),
  search_words("title" || ' ' || "place_name" || ' ' || "city") gin_trgm_ops
) WHERE "status" = 'published' AND NOT "unlisted";
