-- Places of one house number in one town, within some kilometres: what the importer compares with rows whose point may be
-- off by as much. Whoever has no number, or no town, is not in them.
ALTER TABLE "space_sources" ADD COLUMN "door_city" INTEGER, ADD COLUMN "door_postcode" INTEGER;
CREATE INDEX "space_sources_door_city" ON "space_sources" ("door_city") WHERE "door_city" IS NOT NULL;
CREATE INDEX "space_sources_door_postcode" ON "space_sources" ("door_postcode") WHERE "door_postcode" IS NOT NULL;

-- Places that no source names: few, and looked for by their own address.
CREATE INDEX "spaces_named_here_gist" ON "spaces" USING gist (point("lng", "lat"))
  WHERE coalesce("provenance" ->> 'name', 'people') IN ('people', 'owner');
