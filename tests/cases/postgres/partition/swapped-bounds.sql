-- Each has rows that belong to the other, so they wait elsewhere: `rows` looks at each table alone.
-- current
CREATE TABLE p (id integer NOT NULL, k text) PARTITION BY LIST (k);
CREATE TABLE pa PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE pb PARTITION OF p FOR VALUES IN ('b');
-- rows
INSERT INTO p VALUES (1,'a'),(2,'b');
-- desired
CREATE TABLE p (id integer NOT NULL, k text) PARTITION BY LIST (k);
CREATE TABLE pa PARTITION OF p FOR VALUES IN ('b');
CREATE TABLE pb PARTITION OF p FOR VALUES IN ('a');
-- allow
rows

-- plan
BEGIN;

ALTER TABLE p DETACH PARTITION pa;

ALTER TABLE p DETACH PARTITION pb;

CREATE TEMPORARY TABLE pg_temp.p_moved AS
SELECT id, k FROM p WITH NO DATA;

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM pa WHERE (k IN ('b')) IS NOT TRUE RETURNING id, k
)
INSERT INTO pg_temp.p_moved (id, k)
SELECT id, k FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION pa FOR VALUES IN ('b');

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM pb WHERE (k IN ('a')) IS NOT TRUE RETURNING id, k
)
INSERT INTO pg_temp.p_moved (id, k)
SELECT id, k FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION pb FOR VALUES IN ('a');

INSERT INTO p (id, k)
SELECT id, k FROM pg_temp.p_moved;

DROP TABLE pg_temp.p_moved;

COMMIT;
