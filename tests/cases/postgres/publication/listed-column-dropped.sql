-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE PUBLICATION p FOR TABLE t (id, a) WHERE (id > 0);
-- desired
CREATE TABLE t (id int PRIMARY KEY, b int);
CREATE PUBLICATION p FOR TABLE t (id, b) WHERE (id > 0);

-- needs
version 15

-- plan
BEGIN;

ALTER PUBLICATION p SET TABLE t (id, b) WHERE (id > 0);

-- destroys data: all values of column t.a
ALTER TABLE t DROP COLUMN a;

COMMIT;
