-- current
CREATE TYPE fr AS RANGE (SUBTYPE = integer);
CREATE TABLE w (a fr, b fr_multirange);
CREATE VIEW v AS SELECT a, b, range_merge(b) AS c FROM w;
CREATE FUNCTION f(x fr_multirange) RETURNS fr LANGUAGE sql IMMUTABLE AS 'SELECT range_merge($1)';
-- rows
INSERT INTO w VALUES ('[1,2)','{[1,2)}');
-- options
rename fr=gr
-- desired
CREATE TYPE gr AS RANGE (SUBTYPE = integer);
CREATE TABLE w (a gr, b gr_multirange);
CREATE VIEW v AS SELECT a, b, range_merge(b) AS c FROM w;
CREATE FUNCTION f(x gr_multirange) RETURNS gr LANGUAGE sql IMMUTABLE AS 'SELECT range_merge($1)';

-- needs
version 14

-- plan
BEGIN;

ALTER TYPE fr RENAME TO gr;

ALTER TYPE fr_multirange RENAME TO gr_multirange;

COMMIT;
