-- Notes what was written, so many rows an entry. Past a hundred thousand in one statement it only says that there were
-- many: to read all anew is then quicker than to read them one by one. The same notification from one transaction is sent once.
CREATE OR REPLACE FUNCTION map_note(layer map_layer, changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF changed IS NULL THEN RETURN; END IF;
  IF cardinality(changed) > 100000 THEN
    INSERT INTO map_changes (layer) VALUES (layer);
  ELSE
    INSERT INTO map_changes (layer, ids)
      SELECT layer, changed[first:first + 4999] FROM generate_series(1, cardinality(changed), 5000) AS first;
  END IF;
  PERFORM pg_notify('map_changes', '');
END $$;
