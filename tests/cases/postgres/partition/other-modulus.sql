-- Rows go to other partitions: `rows` looks at each table alone.
-- current
CREATE TABLE p (id integer NOT NULL, k text) PARTITION BY HASH (id);
CREATE TABLE p0 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- rows
INSERT INTO p SELECT g, 'x' FROM generate_series(1,100) g;
-- desired
CREATE TABLE p (id integer NOT NULL, k text) PARTITION BY HASH (id);
CREATE TABLE p0 PARTITION OF p FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE p2 PARTITION OF p FOR VALUES WITH (MODULUS 3, REMAINDER 2);
-- allow
rows

-- plan
BEGIN;

ALTER TABLE p DETACH PARTITION p0;

ALTER TABLE p DETACH PARTITION p1;

CREATE TABLE p2 PARTITION OF p FOR VALUES WITH (modulus 3, remainder 2);

CREATE TEMPORARY TABLE pg_temp.p_moved AS
SELECT id, k FROM p WITH NO DATA;

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM p0 WHERE (satisfies_hash_partition('p'::regclass, 3, 0, id)) IS NOT TRUE RETURNING id, k
)
INSERT INTO pg_temp.p_moved (id, k)
SELECT id, k FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p0 FOR VALUES WITH (modulus 3, remainder 0);

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM p1 WHERE (satisfies_hash_partition('p'::regclass, 3, 1, id)) IS NOT TRUE RETURNING id, k
)
INSERT INTO pg_temp.p_moved (id, k)
SELECT id, k FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p1 FOR VALUES WITH (modulus 3, remainder 1);

INSERT INTO p (id, k)
SELECT id, k FROM pg_temp.p_moved;

DROP TABLE pg_temp.p_moved;

COMMIT;
