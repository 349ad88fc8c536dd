-- current
CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE TABLE u (a integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t WHERE (a > 1);

-- desired
CREATE TABLE t (a bigint PRIMARY KEY, b text);
CREATE TABLE u (a integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t WHERE (a > 1);

-- needs
version 15

-- plan
BEGIN;

DROP PUBLICATION p;

-- rewrites table t
ALTER TABLE t ALTER COLUMN a TYPE bigint;

CREATE PUBLICATION p FOR TABLE t WHERE (a > 1);

COMMIT;
