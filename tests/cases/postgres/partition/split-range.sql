-- Rows go where they belong; which partition holds them is not compared.
-- allow
rows
-- current
CREATE TABLE m (id int GENERATED ALWAYS AS IDENTITY, d int, v text, w text GENERATED ALWAYS AS (upper(v)) STORED) PARTITION BY RANGE (d);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- rows
INSERT INTO m (d, v) VALUES (10, 'a'), (60, 'b');
-- desired
CREATE TABLE m (id int GENERATED ALWAYS AS IDENTITY, d int, v text, w text GENERATED ALWAYS AS (upper(v)) STORED) PARTITION BY RANGE (d);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (50);
CREATE TABLE m2 PARTITION OF m FOR VALUES FROM (50) TO (100);

-- plan
BEGIN;

ALTER TABLE m DETACH PARTITION m1;

CREATE TABLE m2 PARTITION OF m FOR VALUES FROM (50) TO (100);

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM m1 WHERE (d >= 0 AND d < 50) IS NOT TRUE RETURNING id, d, v
)
INSERT INTO m (id, d, v) OVERRIDING SYSTEM VALUE
SELECT id, d, v FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE m ATTACH PARTITION m1 FOR VALUES FROM (0) TO (50);

COMMIT;
