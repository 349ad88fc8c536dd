-- current
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX ON p (v);
CREATE TABLE p2 (id int NOT NULL, at date, v text);

-- desired
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX ON p (v);

-- rows
INSERT INTO p2 VALUES (3, '2021-05-05', 'c');

-- plan
BEGIN;

-- careful: fails if rows of table p2 have no at
ALTER TABLE p2
    ALTER COLUMN at SET NOT NULL,
    ALTER COLUMN v SET DEFAULT 'v';

CREATE INDEX p2_v_idx ON p2 (v);

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

COMMIT;
