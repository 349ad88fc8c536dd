-- current
CREATE SCHEMA x;
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
CREATE FUNCTION f(a e) RETURNS int LANGUAGE sql AS 'select 1';
CREATE TABLE t (id serial PRIMARY KEY, a e DEFAULT 'a', d d);
CREATE TABLE c (t int REFERENCES t);
CREATE VIEW v AS SELECT a FROM t;
-- rows
INSERT INTO t DEFAULT VALUES;
INSERT INTO c VALUES (1);
-- desired
CREATE SCHEMA x;
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
CREATE FUNCTION f(a e) RETURNS int LANGUAGE sql AS 'select 1';
CREATE TABLE t (id serial PRIMARY KEY, a e DEFAULT 'a', d d);
CREATE TABLE c (t int REFERENCES t);
CREATE VIEW v AS SELECT a FROM t;
ALTER TYPE e SET SCHEMA x;
ALTER DOMAIN d SET SCHEMA x;
ALTER FUNCTION f(x.e) SET SCHEMA x;
ALTER TABLE t SET SCHEMA x;
ALTER TABLE x.t RENAME TO tt;
ALTER VIEW v SET SCHEMA x;

-- plan
BEGIN;

ALTER DOMAIN d SET SCHEMA x;

ALTER TYPE e SET SCHEMA x;

-- careful: whoever still says t gets an error
ALTER TABLE t SET SCHEMA x;

-- careful: whoever still says t gets an error
ALTER TABLE x.t RENAME TO tt;

-- careful: whoever still says v gets an error
ALTER VIEW v SET SCHEMA x;

ALTER FUNCTION f(x.e) SET SCHEMA x;

COMMIT;
