-- current
CREATE TABLE gone (id int);
-- desired
CREATE TYPE cplx AS (x float8, y float8);
CREATE FUNCTION neg(cplx) RETURNS cplx LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE OPERATOR @-@ (RIGHTARG = cplx, FUNCTION = neg);
CREATE TABLE a (id int, k int, c cplx, d text);
CREATE TABLE b (id int, k int);
CREATE FUNCTION label(a) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.d';
CREATE TEXT SEARCH CONFIGURATION en (COPY = english);
CREATE INDEX ON a USING gin (to_tsvector('en', d));
CREATE VIEW inside AS SELECT j.id, a.k FROM a JOIN b USING (id, k) AS j;
CREATE VIEW outside AS SELECT j.id, a.k FROM a FULL JOIN b USING (id, k) AS j;
CREATE VIEW called AS SELECT a.label, @-@ a.c AS n FROM a;

-- needs
version 14

-- plan
BEGIN;

CREATE TEXT SEARCH CONFIGURATION en (PARSER = "default");

ALTER TEXT SEARCH CONFIGURATION en
    ADD MAPPING FOR asciihword, asciiword, hword, hword_asciipart, hword_part, word WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION en
    ADD MAPPING FOR email, file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url, url_path, version WITH simple;

CREATE TYPE cplx AS (x double precision, y double precision);

CREATE TABLE a (
    id integer,
    k integer,
    c cplx,
    d text
);

CREATE INDEX a_to_tsvector_idx ON a USING gin ((to_tsvector('en', d)));

CREATE TABLE b (
    id integer,
    k integer
);

CREATE FUNCTION label(a) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1.d$$;

CREATE FUNCTION neg(cplx) RETURNS cplx
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1$$;

CREATE OPERATOR @-@ (FUNCTION = neg, RIGHTARG = cplx);

CREATE VIEW called AS
SELECT a.label, @-@ a.c AS n FROM a;

CREATE VIEW inside AS
SELECT j.id, a.k FROM a JOIN b USING (id, k) AS j;

CREATE VIEW outside AS
SELECT j.id, a.k FROM a FULL JOIN b USING (id, k) AS j;

-- destroys data: all rows of table gone
DROP TABLE gone;

COMMIT;
