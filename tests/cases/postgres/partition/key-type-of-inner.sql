-- current
CREATE TABLE e (id int NOT NULL, k text NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST (k);
CREATE TABLE e1a PARTITION OF e1 FOR VALUES IN ('a');
CREATE TABLE e1b PARTITION OF e1 DEFAULT;
CREATE TABLE e2 PARTITION OF e FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- rows
INSERT INTO e VALUES (1, 'a', '2020-02-02'), (1, 'b', '2020-02-02'), (2, 'a', '2021-02-02');
-- desired
CREATE TABLE e (id int NOT NULL, k varchar(10) NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST (k);
CREATE TABLE e1a PARTITION OF e1 FOR VALUES IN ('a');
CREATE TABLE e1b PARTITION OF e1 DEFAULT;
CREATE TABLE e2 PARTITION OF e FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- plan
BEGIN;

ALTER TABLE e1 DETACH PARTITION e1a;

ALTER TABLE e1 DETACH PARTITION e1b;

-- rewrites table e1
DROP TABLE e1;

-- careful: fails if a value does not fit character varying(10)
-- rewrites table e
ALTER TABLE e ALTER COLUMN k TYPE character varying(10);

CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST (k);

-- careful: fails if a value does not fit character varying(10)
-- rewrites table e1a
ALTER TABLE e1a ALTER COLUMN k TYPE character varying(10);

-- careful: fails if a value does not fit character varying(10)
-- rewrites table e1b
ALTER TABLE e1b ALTER COLUMN k TYPE character varying(10);

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE e1 ATTACH PARTITION e1a FOR VALUES IN ('a');

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE e1 ATTACH PARTITION e1b DEFAULT;

COMMIT;
