-- Each has rows that belong to the other, so they wait elsewhere: `rows` looks at each table alone.
-- current
CREATE TABLE l (a int) PARTITION BY LIST (a);
CREATE TABLE l1 PARTITION OF l FOR VALUES IN (1);
CREATE TABLE l2 PARTITION OF l FOR VALUES IN (2);
-- rows
INSERT INTO l VALUES (1), (2);
-- desired
CREATE TABLE l (a int) PARTITION BY LIST (a);
CREATE TABLE l1 PARTITION OF l FOR VALUES IN (2);
CREATE TABLE l2 PARTITION OF l FOR VALUES IN (1);
-- allow
rows

-- plan
BEGIN;

ALTER TABLE l DETACH PARTITION l1;

ALTER TABLE l DETACH PARTITION l2;

CREATE TEMPORARY TABLE pg_temp.l_moved AS
SELECT a FROM l WITH NO DATA;

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM l1 WHERE (a IN (2)) IS NOT TRUE RETURNING a
)
INSERT INTO pg_temp.l_moved (a)
SELECT a FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE l ATTACH PARTITION l1 FOR VALUES IN (2);

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM l2 WHERE (a IN (1)) IS NOT TRUE RETURNING a
)
INSERT INTO pg_temp.l_moved (a)
SELECT a FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE l ATTACH PARTITION l2 FOR VALUES IN (1);

INSERT INTO l (a)
SELECT a FROM pg_temp.l_moved;

DROP TABLE pg_temp.l_moved;

COMMIT;
