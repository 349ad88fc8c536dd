-- Rows go to the partition that they belong to: `rows` looks at each table alone.
-- current
CREATE TABLE e (id integer NOT NULL, s text) PARTITION BY RANGE (id);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM (0) TO (10);
CREATE TABLE ed (id integer NOT NULL, s text);
-- rows
INSERT INTO e VALUES (1);
INSERT INTO ed VALUES (2),(15),(25);
-- desired
CREATE TABLE e (id integer NOT NULL, s text) PARTITION BY RANGE (id);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM (0) TO (10);
CREATE TABLE e2 PARTITION OF e FOR VALUES FROM (10) TO (20);
CREATE TABLE ed PARTITION OF e DEFAULT;
-- allow
rows

-- plan
BEGIN;

CREATE TABLE e2 PARTITION OF e FOR VALUES FROM (10) TO (20);

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM ed WHERE id >= 0 AND id < 10 OR id >= 10 AND id < 20 RETURNING id, s
)
INSERT INTO e (id, s)
SELECT id, s FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE e ATTACH PARTITION ed DEFAULT;

COMMIT;
