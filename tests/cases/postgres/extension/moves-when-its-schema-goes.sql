-- Where the schema of an extension is to go, the extension comes to the usual one; its types are the same as before.
-- needs
extension citext
-- current
CREATE SCHEMA ext;
CREATE EXTENSION citext WITH SCHEMA ext;
CREATE TABLE t (id integer, e ext.citext UNIQUE);
-- rows
INSERT INTO t VALUES (1, 'A');
-- desired
CREATE EXTENSION citext;
CREATE TABLE t (id integer, e citext UNIQUE, n text);

-- plan
BEGIN;

ALTER EXTENSION citext SET SCHEMA public;

ALTER TABLE t ADD COLUMN n text;

DROP SCHEMA ext;

COMMIT;
