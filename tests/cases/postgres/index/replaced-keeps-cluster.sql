-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a);
ALTER TABLE t CLUSTER ON i;

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (b);
ALTER TABLE t CLUSTER ON i;

-- plan
BEGIN;

ALTER TABLE t SET WITHOUT CLUSTER;

DROP INDEX i;

CREATE INDEX i ON t (b);

ALTER TABLE t CLUSTER ON i;

COMMIT;
