-- current
CREATE TYPE fr AS ENUM ('a');
CREATE FUNCTION f(x fr, y fr) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE FUNCTION t(x fr) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''a''';
CREATE OPERATOR === (FUNCTION = f, LEFTARG = fr, RIGHTARG = fr);
CREATE CAST (fr AS text) WITH FUNCTION t(fr);
CREATE AGGREGATE ag(fr) (SFUNC = array_append, STYPE = fr[]);
-- options
rename fr=gr
-- desired
CREATE TYPE gr AS ENUM ('a');
CREATE FUNCTION f(x gr, y gr) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE FUNCTION t(x gr) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''a''';
CREATE OPERATOR === (FUNCTION = f, LEFTARG = gr, RIGHTARG = gr);
CREATE CAST (gr AS text) WITH FUNCTION t(gr);
CREATE AGGREGATE ag(gr) (SFUNC = array_append, STYPE = gr[]);

-- plan
ALTER TYPE fr RENAME TO gr;
