-- Beside the traffic the index could only come back after the column has changed: so it comes back with it.
-- options
online
-- current
CREATE TABLE t (id integer PRIMARY KEY, code varchar(10));
CREATE UNIQUE INDEX t_code ON t (lower(code));
-- rows
INSERT INTO t VALUES (1, 'a');
-- desired
CREATE TABLE t (id integer PRIMARY KEY, code text);
CREATE UNIQUE INDEX t_code ON t (lower(code));

-- plan
BEGIN;

DROP INDEX t_code;

ALTER TABLE t ALTER COLUMN code TYPE text;

-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX t_code ON t (lower(code));

COMMIT;
