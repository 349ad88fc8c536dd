-- Rows of the default partition go to the new one: they are not gone from the default one in the sense of `rows`.
-- current
CREATE TABLE p (id integer NOT NULL, k text NOT NULL, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE p_d PARTITION OF p DEFAULT;
CREATE INDEX pi ON p (k);
-- rows
INSERT INTO p VALUES (1,'a'),(2,'b'),(3,'c');
-- desired
CREATE TABLE p (id integer NOT NULL, k text NOT NULL, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE p_b PARTITION OF p FOR VALUES IN ('b');
CREATE TABLE p_d PARTITION OF p DEFAULT;
CREATE INDEX pi ON p (k);
-- allow
rows

-- plan
BEGIN;

ALTER TABLE p DETACH PARTITION p_d;

CREATE TABLE p_b PARTITION OF p FOR VALUES IN ('b');

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM p_d WHERE k IN ('b') RETURNING id, k
)
INSERT INTO p (id, k)
SELECT id, k FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p_d DEFAULT;

COMMIT;
