-- DROP COLUMN ... CASCADE takes along what names the column, in the table and elsewhere.
-- needs
version 14
-- current
CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer);
CREATE TABLE log (id integer);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT id FROM v;
CREATE FUNCTION f() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a FROM t; END;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a > 0);
CREATE POLICY q ON t USING (b > 0);
CREATE RULE r AS ON INSERT TO t WHERE NEW.a > 5 DO ALSO INSERT INTO log VALUES (NEW.id);
-- desired
CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer);
CREATE TABLE log (id integer);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT id FROM v;
CREATE FUNCTION f() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a FROM t; END;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a > 0);
CREATE POLICY q ON t USING (b > 0);
CREATE RULE r AS ON INSERT TO t WHERE NEW.a > 5 DO ALSO INSERT INTO log VALUES (NEW.id);
ALTER TABLE t DROP COLUMN a CASCADE;

-- plan
BEGIN;

DROP RULE r ON t;

-- careful: rows become visible or invisible to others
DROP POLICY p ON t;

-- careful: the definition of view w is lost if it is nowhere else
DROP VIEW w;

-- careful: the definition of view v is lost if it is nowhere else
DROP VIEW v;

-- careful: the definition of function f() is lost if it is nowhere else
DROP FUNCTION f();

-- destroys data: all values of column t.a
ALTER TABLE t DROP COLUMN a;

COMMIT;
