-- current
CREATE TYPE ty AS (a int, b text);
CREATE TABLE t (a int, b text);
CREATE TABLE u OF ty;
CREATE VIEW v AS SELECT b FROM u;
-- rows
INSERT INTO t VALUES (1, 'x');
INSERT INTO u VALUES (2, 'y');
-- desired
CREATE TYPE ty AS (a int, b text);
CREATE TABLE t (a int, b text);
CREATE TABLE u OF ty;
CREATE VIEW v AS SELECT b FROM u;
ALTER TABLE t OF ty;
ALTER TYPE ty ADD ATTRIBUTE c date CASCADE;
ALTER TYPE ty RENAME ATTRIBUTE a TO aa CASCADE;

-- plan
BEGIN;

ALTER TYPE ty RENAME ATTRIBUTE a TO aa CASCADE;

-- careful: whoever still says a gets an error
ALTER TABLE t RENAME COLUMN a TO aa;

ALTER TABLE u NOT OF;

ALTER TYPE ty ADD ATTRIBUTE c date;

ALTER TABLE t ADD COLUMN c date;

ALTER TABLE u ADD COLUMN c date;

ALTER TABLE t OF ty;

ALTER TABLE u OF ty;

COMMIT;
