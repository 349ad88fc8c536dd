-- What has a type of an extension is there at once: statements that follow find it.
-- current
CREATE EXTENSION citext;
CREATE TABLE t (a citext);
CREATE TABLE u (a citext, b int);
-- rows
INSERT INTO u VALUES ('A', 1);
-- desired
CREATE EXTENSION citext;
CREATE TABLE t (a citext);
CREATE TABLE u (a citext, b int);
DROP TABLE IF EXISTS t;
ALTER TABLE u RENAME TO v;
ALTER TABLE v DROP COLUMN b;
CREATE DOMAIN d AS citext;
CREATE TABLE w (x d, y citext);
DROP DOMAIN d CASCADE;
-- needs
extension citext

-- plan
BEGIN;

-- careful: whoever still says u gets an error
ALTER TABLE u RENAME TO v;

-- destroys data: all values of column v.b
ALTER TABLE v DROP COLUMN b;

CREATE TABLE w (
    y citext
);

-- destroys data: all rows of table t
DROP TABLE t;

COMMIT;
