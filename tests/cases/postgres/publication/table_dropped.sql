-- current
CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE TABLE u (a integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t, u;

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE PUBLICATION p FOR TABLE t;

-- plan
BEGIN;

ALTER PUBLICATION p DROP TABLE u;

-- destroys data: all rows of table u
DROP TABLE u;

COMMIT;
