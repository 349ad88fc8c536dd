-- current
CREATE TYPE fr AS RANGE (SUBTYPE = integer);
CREATE TABLE w (a fr, b fr_multirange);
CREATE TYPE arange AS RANGE (SUBTYPE = integer);
CREATE TABLE w2 (a arange, b amultirange);
CREATE VIEW v AS SELECT a, b, range_merge(b) AS c FROM w;
CREATE FUNCTION f(x fr_multirange) RETURNS fr LANGUAGE sql IMMUTABLE AS 'SELECT range_merge($1)';
-- rows
INSERT INTO w VALUES ('[1,2)','{[1,2)}');
INSERT INTO w2 VALUES ('[1,2)','{[1,2)}');
-- options
rename fr=gr
rename arange=brange
-- desired
CREATE TYPE gr AS RANGE (SUBTYPE = integer);
CREATE TABLE w (a gr, b gr_multirange);
CREATE TYPE brange AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = amultirange);
CREATE TABLE w2 (a brange, b amultirange);
CREATE VIEW v AS SELECT a, b, range_merge(b) AS c FROM w;
CREATE FUNCTION f(x gr_multirange) RETURNS gr LANGUAGE sql IMMUTABLE AS 'SELECT range_merge($1)';

-- plan
BEGIN;

ALTER TYPE arange RENAME TO brange;

ALTER TYPE fr RENAME TO gr;

ALTER TYPE fr_multirange RENAME TO gr_multirange;

COMMIT;
