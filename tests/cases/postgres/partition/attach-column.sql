-- current
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE p2 (id int NOT NULL, at date);

-- desired
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
ALTER TABLE p ADD CHECK (id > 0), ADD UNIQUE (at, id);

-- rows
INSERT INTO p2 VALUES (3, '2021-05-05');

-- plan
BEGIN;

-- careful: fails if rows of table p are equal in the key
-- careful: fails if rows of table p do not satisfy it
ALTER TABLE p
    ADD CONSTRAINT p_at_id_key UNIQUE (at, id),
    ADD CONSTRAINT p_id_check CHECK (id > 0);

-- careful: fails if rows of table p2 have no at
-- careful: fails if rows of table p2 are equal in the key
-- careful: fails if rows of table p2 do not satisfy it
ALTER TABLE p2
    ALTER COLUMN at SET NOT NULL,
    ADD COLUMN v text DEFAULT 'v',
    ADD CONSTRAINT p2_at_id_key UNIQUE (at, id),
    ADD CONSTRAINT p_id_check CHECK (id > 0);

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

COMMIT;
