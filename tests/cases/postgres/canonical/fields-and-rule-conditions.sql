-- Fields of EXTRACT in any case; the condition of a rule names columns bare; an aggregate of one's own has a type.
-- current
CREATE TABLE log (id integer, kind integer, at timestamp);
CREATE FUNCTION add_colon(text, text) RETURNS text LANGUAGE sql AS 'SELECT $1 || '':'' || $2';
CREATE AGGREGATE with_colons(text) (SFUNC = add_colon, STYPE = text);
CREATE FUNCTION finish(text) RETURNS varchar LANGUAGE sql AS 'SELECT $1';
CREATE AGGREGATE finished(text) (SFUNC = add_colon, STYPE = text, FINALFUNC = finish);
CREATE VIEW years AS SELECT extract('year' FROM at) AS year, EXTRACT(Month FROM at) AS month FROM log;
CREATE VIEW notes AS SELECT kind, with_colons(id::text) || 'x' AS ids, finished('a') = 'b' AS f FROM log GROUP BY 1;
CREATE RULE skip AS ON INSERT TO log WHERE kind = 2 DO INSTEAD NOTHING;
CREATE RULE keep AS ON DELETE TO log WHERE kind IN (1, 2) DO INSTEAD NOTHING;
-- desired
CREATE TABLE log (id integer, kind integer, at timestamp);
CREATE FUNCTION add_colon(text, text) RETURNS text LANGUAGE sql AS 'SELECT $1 || '':'' || $2';
CREATE AGGREGATE with_colons(text) (SFUNC = add_colon, STYPE = text);
CREATE FUNCTION finish(text) RETURNS varchar LANGUAGE sql AS 'SELECT $1';
CREATE AGGREGATE finished(text) (SFUNC = add_colon, STYPE = text, FINALFUNC = finish);
CREATE VIEW years AS SELECT EXTRACT(year FROM log.at) AS year, EXTRACT(month FROM log.at) AS month FROM log;
CREATE VIEW notes AS
 SELECT log.kind, (with_colons((log.id)::text) || 'x'::text) AS ids, ((finished('a'::text))::text = 'b'::text) AS f
   FROM log GROUP BY log.kind;
CREATE RULE skip AS ON INSERT TO log WHERE (new.kind = 2) DO INSTEAD NOTHING;
CREATE RULE keep AS ON DELETE TO log WHERE (old.kind = ANY (ARRAY[1, 2])) DO INSTEAD NOTHING;

-- plan
