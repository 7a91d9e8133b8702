CREATE TYPE "map_layer" AS ENUM ('spaces', 'events', 'people', 'wishes', 'working');

CREATE TABLE "map_changes" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "layer" "map_layer" NOT NULL,
    "ids" UUID[],
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,

    CONSTRAINT "map_changes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "map_changes_xid_idx" ON "map_changes"("xid");
ALTER TABLE "map_changes" ADD CONSTRAINT "map_changes_cell_whole" CHECK (("lat" IS NULL) = ("lng" IS NULL));

-- Notes what was written. Past so many rows in one statement it only says that there were many: to read all anew is
-- then quicker than to read them one by one. The same notification from one transaction is sent once.
CREATE FUNCTION map_note(layer map_layer, changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF changed IS NULL THEN RETURN; END IF;
  INSERT INTO map_changes (layer, ids) VALUES (layer, CASE WHEN cardinality(changed) <= 5000 THEN changed END);
  PERFORM pg_notify('map_changes', '');
END $$;

CREATE FUNCTION map_note_cell(layer map_layer, cell_lat float8, cell_lng float8) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cell_lat IS NULL THEN RETURN; END IF;
  INSERT INTO map_changes (layer, lat, lng) VALUES (layer, cell_lat, cell_lng);
  PERFORM pg_notify('map_changes', '');
END $$;

-- Spaces are written by the thousand: once a statement, whatever its size.
CREATE FUNCTION map_spaces_written() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
  outings uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(id) INTO changed FROM new_rows WHERE closed_on IS NULL;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(id) INTO changed FROM old_rows;
  ELSE
    -- Not a join of the two: its plan, kept from a statement that wrote one row, would compare every row with every other.
    SELECT array_agg(id) INTO changed FROM (
      SELECT id, kind, name, lat, lng, time_zone, country, opening_hours, internet, fee, wheelchair, sockets, noise,
        calls_allowed, phone_booths, trial_day, price_day, price_hour, closed_on, confirmed_on FROM new_rows
      EXCEPT
      SELECT id, kind, name, lat, lng, time_zone, country, opening_hours, internet, fee, wheelchair, sockets, noise,
        calls_allowed, phone_booths, trial_day, price_day, price_hour, closed_on, confirmed_on FROM old_rows) AS different;
    -- An outing shares some facts of its space.
    SELECT array_agg(id) INTO outings FROM events WHERE space_id = ANY (changed) AND ends_at > now();
    PERFORM map_note('events', outings);
  END IF;
  PERFORM map_note('spaces', changed);
  RETURN NULL;
END $$;

CREATE TRIGGER map_spaces_inserted AFTER INSERT ON spaces
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION map_spaces_written();
CREATE TRIGGER map_spaces_updated AFTER UPDATE ON spaces
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION map_spaces_written();
CREATE TRIGGER map_spaces_deleted AFTER DELETE ON spaces
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION map_spaces_written();

CREATE FUNCTION map_events_written() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(id) INTO changed FROM new_rows WHERE status = 'published' AND NOT unlisted AND lat IS NOT NULL;
  ELSE
    SELECT array_agg(id) INTO changed FROM old_rows WHERE ends_at > now();
  END IF;
  PERFORM map_note('events', changed);
  RETURN NULL;
END $$;

CREATE TRIGGER map_events_inserted AFTER INSERT ON events
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION map_events_written();
CREATE TRIGGER map_events_deleted AFTER DELETE ON events
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION map_events_written();

CREATE FUNCTION map_event_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM map_note('events', ARRAY[NEW.id]);
  RETURN NULL;
END $$;

-- By row and by column: a seat that is taken writes to this table, too, and must not pay for the map.
CREATE TRIGGER map_event_updated
  AFTER UPDATE OF kind, title, starts_at, ends_at, time_zone, space_id, lat, lng, price, gentle, status, unlisted,
    series_id ON events
  FOR EACH ROW WHEN ((OLD.kind, OLD.title, OLD.starts_at, OLD.ends_at, OLD.time_zone, OLD.space_id, OLD.lat, OLD.lng,
      OLD.price, OLD.gentle, OLD.status, OLD.unlisted, OLD.series_id)
    IS DISTINCT FROM (NEW.kind, NEW.title, NEW.starts_at, NEW.ends_at, NEW.time_zone, NEW.space_id, NEW.lat, NEW.lng,
      NEW.price, NEW.gentle, NEW.status, NEW.unlisted, NEW.series_id))
  EXECUTE FUNCTION map_event_updated();

-- Of people the log names cells alone: who it is about stays where it was written.
CREATE FUNCTION map_freelancer_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM map_note_cell('people', OLD.cell_lat, OLD.cell_lng); END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR (OLD.cell_lat, OLD.cell_lng) IS DISTINCT FROM (NEW.cell_lat, NEW.cell_lng))
    THEN PERFORM map_note_cell('people', NEW.cell_lat, NEW.cell_lng); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER map_freelancer_inserted AFTER INSERT ON freelancers
  FOR EACH ROW WHEN (NEW.visibility = 'members') EXECUTE FUNCTION map_freelancer_written();
CREATE TRIGGER map_freelancer_updated AFTER UPDATE OF visibility, cell_lat, cell_lng, area ON freelancers
  FOR EACH ROW WHEN ((OLD.visibility, OLD.cell_lat, OLD.cell_lng, OLD.area)
    IS DISTINCT FROM (NEW.visibility, NEW.cell_lat, NEW.cell_lng, NEW.area))
  EXECUTE FUNCTION map_freelancer_written();
CREATE TRIGGER map_freelancer_deleted AFTER DELETE ON freelancers
  FOR EACH ROW WHEN (OLD.visibility = 'members') EXECUTE FUNCTION map_freelancer_written();

CREATE FUNCTION map_wish_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM map_note_cell('wishes', OLD.cell_lat, OLD.cell_lng); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM map_note_cell('wishes', NEW.cell_lat, NEW.cell_lng); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER map_wish_written AFTER INSERT OR DELETE OR UPDATE OF cell_lat, cell_lng, wished_at ON wishes
  FOR EACH ROW EXECUTE FUNCTION map_wish_written();

CREATE FUNCTION map_presence_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM map_note('working', ARRAY[OLD.space_id]); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM map_note('working', ARRAY[NEW.space_id]); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER map_presence_written AFTER INSERT OR DELETE OR UPDATE OF space_id, ends_at ON presences
  FOR EACH ROW EXECUTE FUNCTION map_presence_written();

-- A table that is emptied at once tells no row of it.
CREATE FUNCTION map_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO map_changes (layer) VALUES (TG_ARGV[0]::map_layer);
  PERFORM pg_notify('map_changes', '');
  RETURN NULL;
END $$;

CREATE TRIGGER map_spaces_emptied AFTER TRUNCATE ON spaces FOR EACH STATEMENT EXECUTE FUNCTION map_emptied('spaces');
CREATE TRIGGER map_events_emptied AFTER TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION map_emptied('events');
CREATE TRIGGER map_people_emptied AFTER TRUNCATE ON freelancers FOR EACH STATEMENT EXECUTE FUNCTION map_emptied('people');
CREATE TRIGGER map_wishes_emptied AFTER TRUNCATE ON wishes FOR EACH STATEMENT EXECUTE FUNCTION map_emptied('wishes');
CREATE TRIGGER map_working_emptied AFTER TRUNCATE ON presences FOR EACH STATEMENT EXECUTE FUNCTION map_emptied('working');
