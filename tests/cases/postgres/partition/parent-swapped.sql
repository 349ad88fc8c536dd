-- current
CREATE TABLE a (x int) PARTITION BY LIST (x);
CREATE TABLE b (x int) PARTITION BY LIST (x);
CREATE TABLE k PARTITION OF a FOR VALUES IN (1);

-- desired
CREATE TABLE a (x int) PARTITION BY LIST (x);
CREATE TABLE b (x int) PARTITION BY LIST (x);
CREATE TABLE k PARTITION OF b FOR VALUES IN (1, 2);

-- rows
INSERT INTO k VALUES (1);

-- plan
BEGIN;

ALTER TABLE a DETACH PARTITION k;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE b ATTACH PARTITION k FOR VALUES IN (1, 2);

COMMIT;
