-- current
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION cc ADD MAPPING FOR asciiword WITH dd;
CREATE TABLE t (id integer, x text);
CREATE INDEX i ON t USING gin (to_tsvector('cc', x));
CREATE FUNCTION fa(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $2 - $1';
CREATE FUNCTION ff(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $2 > $1';
CREATE OPERATOR === (FUNCTION = ff, LEFTARG = integer, RIGHTARG = integer);
CREATE OPERATOR CLASS oc FOR TYPE integer USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 fa(integer, integer);
CREATE AGGREGATE ag(integer) (SFUNC = fa, STYPE = integer, INITCOND = 0);
-- rows
INSERT INTO t VALUES (1,'a');
-- options
rename fa=fb
rename ff=fg
-- desired
CREATE TEXT SEARCH DICTIONARY dd (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION cc (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION cc ADD MAPPING FOR asciiword WITH dd;
CREATE TABLE t (id integer, x text);
CREATE INDEX i ON t USING gin (to_tsvector('cc', x));
CREATE FUNCTION fb(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $2 - $1';
CREATE FUNCTION fg(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $2 > $1';
CREATE OPERATOR === (FUNCTION = fg, LEFTARG = integer, RIGHTARG = integer);
CREATE OPERATOR CLASS oc FOR TYPE integer USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 fb(integer, integer);
CREATE AGGREGATE ag(integer) (SFUNC = fb, STYPE = integer, INITCOND = 0);

-- plan
BEGIN;

ALTER FUNCTION fa(integer, integer) RENAME TO fb;

ALTER FUNCTION ff(integer, integer) RENAME TO fg;

COMMIT;
