-- Rows of the default partition go to the new one: `rows` looks at each table alone.
-- current
CREATE TABLE p (id integer NOT NULL, k text) PARTITION BY LIST (lower(k));
CREATE TABLE p0 PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE p1 PARTITION OF p DEFAULT;
-- rows
INSERT INTO p VALUES (1,'A'),(2,'B'),(3,NULL);
-- desired
CREATE TABLE p (id integer NOT NULL, k text) PARTITION BY LIST (lower(k));
CREATE TABLE p0 PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE p2 PARTITION OF p FOR VALUES IN ('b');
CREATE TABLE p1 PARTITION OF p DEFAULT;
-- allow
rows

-- plan
BEGIN;

ALTER TABLE p DETACH PARTITION p1;

CREATE TABLE p2 PARTITION OF p FOR VALUES IN ('b');

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM p1 WHERE lower(k) IN ('b') RETURNING id, k
)
INSERT INTO p (id, k)
SELECT id, k FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p1 DEFAULT;

COMMIT;
