-- current
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a FROM t;

-- desired
CREATE TABLE t (a bigint NOT NULL, b text, c int DEFAULT 5);
CREATE VIEW v AS SELECT a FROM t;
CREATE INDEX ON t (c);
CREATE TABLE n (t_c int);

-- rows
INSERT INTO t VALUES (1);

-- options
online

-- plan
BEGIN;

CREATE TABLE n (
    t_c integer
);

DROP VIEW v;

-- careful: table t can be neither read nor written while it is rewritten
-- careful: fails if rows of table t have no a
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN a TYPE bigint,
    ALTER COLUMN a SET NOT NULL,
    ADD COLUMN c integer DEFAULT 5;

CREATE VIEW v AS
SELECT a FROM t;

COMMIT;

-- careful: if it fails, an invalid index stays that has to be dropped
CREATE INDEX CONCURRENTLY t_c_idx ON t (c);
