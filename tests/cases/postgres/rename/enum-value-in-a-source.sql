-- The rows hold the value under its new name.
-- allow
rows
-- current
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE t (x e DEFAULT 'a', y e[] DEFAULT '{a,c}', CHECK (x <> 'c'));
CREATE INDEX ON t (x) WHERE x = 'a';
CREATE VIEW v AS SELECT y FROM t WHERE x = 'a';
-- rows
INSERT INTO t VALUES ('a', '{a}');
-- desired
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE t (x e DEFAULT 'a', y e[] DEFAULT '{a,c}', CHECK (x <> 'c'));
CREATE INDEX ON t (x) WHERE x = 'a';
CREATE VIEW v AS SELECT y FROM t WHERE x = 'a';
ALTER TYPE e RENAME VALUE 'a' TO 'z';
ALTER TYPE e ADD VALUE 'd';

-- plan
BEGIN;

ALTER TYPE e RENAME VALUE 'a' TO 'z';

ALTER TYPE e ADD VALUE 'd';

COMMIT;
