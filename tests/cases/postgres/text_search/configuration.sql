-- current

-- desired
CREATE TEXT SEARCH CONFIGURATION en (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION en DROP MAPPING FOR url, host;
COMMENT ON TEXT SEARCH CONFIGURATION en IS 'en';

-- plan
BEGIN;

CREATE TEXT SEARCH CONFIGURATION en (PARSER = "default");

ALTER TEXT SEARCH CONFIGURATION en
    ADD MAPPING FOR asciihword, asciiword, hword, hword_asciipart, hword_part, word WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION en
    ADD MAPPING FOR email, file, "float", hword_numpart, "int", numhword, numword, sfloat, uint, url_path, version WITH simple;

COMMENT ON TEXT SEARCH CONFIGURATION en IS 'en';

COMMIT;
