-- Types and functions of an extension that a source has made are known to it, whatever is dropped later.
-- needs
extension citext
extension hstore
-- current
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE TABLE t (id integer, h hstore);
CREATE VIEW v AS SELECT akeys(h) AS keys FROM t;
CREATE TABLE u (id integer, e citext);
-- desired
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE TABLE t (id integer, h hstore);
CREATE VIEW v AS SELECT akeys(h) AS keys FROM t;
CREATE TABLE u (id integer, e citext);
DROP EXTENSION hstore CASCADE;
DROP TABLE u;
-- allow
reverse

-- plan
BEGIN;

-- careful: the definition of view v is lost if it is nowhere else
DROP VIEW v;

-- destroys data: all values of column t.h
ALTER TABLE t DROP COLUMN h;

-- destroys data: all rows of table u
DROP TABLE u;

-- destroys data: what extension hstore stores
-- careful: everything the extension brought goes with it
DROP EXTENSION hstore;

COMMIT;
