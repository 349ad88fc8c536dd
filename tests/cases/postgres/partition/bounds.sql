-- current
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- desired
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2020-12-01');
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2020-12-01') TO ('2022-01-01');

-- rows
INSERT INTO p VALUES (1, '2020-05-05', 'a'), (2, '2020-06-06', 'b');

-- plan
BEGIN;

ALTER TABLE p DETACH PARTITION p1;

ALTER TABLE p DETACH PARTITION p2;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES FROM ('2020-12-01') TO ('2022-01-01');

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM p1 WHERE (at >= '2020-01-01' AND at < '2020-12-01') IS NOT TRUE RETURNING id, at, v
)
INSERT INTO p (id, at, v)
SELECT id, at, v FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM ('2020-01-01') TO ('2020-12-01');

COMMIT;
