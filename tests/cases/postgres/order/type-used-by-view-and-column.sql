-- current
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (x e);
CREATE VIEW v AS SELECT x::text FROM t WHERE x = 'a'::e;

-- desired
CREATE TABLE t (x text);
CREATE VIEW v AS SELECT x FROM t WHERE x = 'a';

-- rows
INSERT INTO t VALUES ('a');

-- plan
BEGIN;

DROP VIEW v;

-- rewrites table t
ALTER TABLE t ALTER COLUMN x TYPE text;

DROP TYPE e;

CREATE VIEW v AS
SELECT x FROM t WHERE x = 'a';

COMMIT;
