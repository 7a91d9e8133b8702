-- The same words as before, in a third of the time: translate() looks through all 48 signs for each letter of a text. Every
-- entry that an index of trigrams proposes is made into words once more, hundreds for a search and two for a place imported.
DO $do$
DECLARE
  home text := (SELECT quote_ident(nspname) FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
                WHERE extname = 'unaccent');
BEGIN
  EXECUTE format($sql$
    CREATE OR REPLACE FUNCTION search_words(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 500 AS $f$
    BEGIN
      RETURN replace(replace(
        ' ' || regexp_replace(lower(%1$s.unaccent('%1$s.unaccent', $1)),
          '[''’–—.,;:/&()\[\]"«»“”_+|!?#@*%%\\<>=~$^{}`-]', ' ', 'g') || ' ',
        ' st ', ' saint '), ' ste ', ' sainte ');
    END $f$
  $sql$, home);
END $do$;
