-- current
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- desired
CREATE TABLE p1 (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v');

-- rows
INSERT INTO p VALUES (1, '2020-05-05', 'a');

-- plan
BEGIN;

ALTER TABLE p DETACH PARTITION p1;

-- destroys data: all rows of table p; all rows of table p2
DROP TABLE p;

COMMIT;
