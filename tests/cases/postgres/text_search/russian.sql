-- current

-- desired
CREATE TEXT SEARCH CONFIGURATION ru (COPY = russian);

-- plan
BEGIN;

CREATE TEXT SEARCH CONFIGURATION ru (PARSER = "default");

ALTER TEXT SEARCH CONFIGURATION ru
    ADD MAPPING FOR asciihword, asciiword, hword_asciipart WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION ru
    ADD MAPPING FOR hword, hword_part, word WITH russian_stem;

ALTER TEXT SEARCH CONFIGURATION ru
    ADD MAPPING FOR email, file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url, url_path, version WITH simple;

COMMIT;
