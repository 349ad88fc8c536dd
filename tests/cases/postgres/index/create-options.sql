-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t USING gin (c jsonb_path_ops) WITH (fastupdate = off);
CREATE INDEX j ON t (b COLLATE "C" text_pattern_ops NULLS FIRST, (a + 1) DESC) INCLUDE (d) WHERE a > 0 AND b <> '';
CREATE UNIQUE INDEX k ON t (a) NULLS NOT DISTINCT;
CREATE INDEX h ON t USING hash (b);
CREATE INDEX br ON t USING brin (d) WITH (pages_per_range = 32);
CREATE INDEX e ON t ((c ->> 'x'), (coalesce(b, '')), (a IS NULL));

-- needs
version 15

-- plan
BEGIN;

CREATE INDEX br ON t USING brin (d) WITH (pages_per_range = 32);

CREATE INDEX e ON t ((c ->> 'x'), (coalesce(b, '')), (a IS NULL));

CREATE INDEX h ON t USING hash (b);

CREATE INDEX i ON t USING gin (c jsonb_path_ops) WITH (fastupdate = off);

CREATE INDEX j ON t (b COLLATE "C" text_pattern_ops NULLS FIRST, (a + 1) DESC) INCLUDE (d) WHERE a > 0 AND b <> '';

-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX k ON t (a) NULLS NOT DISTINCT;

COMMIT;
