-- Rows go to the partition that they belong to: `rows` looks at each table alone.
-- current
CREATE TYPE st AS ENUM ('a');
CREATE TABLE e (id integer NOT NULL, s st DEFAULT 'a') PARTITION BY RANGE (id);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM (0) TO (10);
CREATE TABLE ed PARTITION OF e DEFAULT;
-- rows
INSERT INTO e VALUES (1),(15),(25);
-- desired
CREATE TYPE st AS ENUM ('a','b');
CREATE TABLE e (id integer NOT NULL, s st DEFAULT 'b') PARTITION BY RANGE (id);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM (0) TO (10);
CREATE TABLE e2 PARTITION OF e FOR VALUES FROM (10) TO (20);
CREATE TABLE ed PARTITION OF e DEFAULT;
CREATE TABLE new (id smallserial PRIMARY KEY, s st DEFAULT 'b');
-- allow
rows

-- plan
ALTER TYPE st ADD VALUE 'b';

BEGIN;

ALTER TABLE e DETACH PARTITION ed;

ALTER TABLE e ALTER COLUMN s SET DEFAULT 'b';

CREATE TABLE e2 PARTITION OF e FOR VALUES FROM (10) TO (20);

ALTER TABLE ed ALTER COLUMN s SET DEFAULT 'b';

CREATE TABLE new (
    id smallserial PRIMARY KEY,
    s st DEFAULT 'b'
);

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM ed WHERE id >= 10 AND id < 20 RETURNING id, s
)
INSERT INTO e (id, s)
SELECT id, s FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE e ATTACH PARTITION ed DEFAULT;

COMMIT;
