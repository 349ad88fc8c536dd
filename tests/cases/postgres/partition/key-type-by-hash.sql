-- Rows of the new types hash otherwise: each partition has others than before, and together they are all there.
-- allow
rows
-- current
CREATE TYPE st AS ENUM ('a', 'b', 'c');
CREATE TABLE e (id int NOT NULL, s st NOT NULL, k text NOT NULL) PARTITION BY HASH (s);
CREATE TABLE e0 PARTITION OF e FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE e1 PARTITION OF e FOR VALUES WITH (MODULUS 2, REMAINDER 1) PARTITION BY LIST (k);
CREATE TABLE e1a PARTITION OF e1 FOR VALUES IN ('a');
CREATE TABLE e1d PARTITION OF e1 DEFAULT;
CREATE TABLE u (t text PRIMARY KEY) PARTITION BY HASH (t);
CREATE TABLE u0 PARTITION OF u FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE u1 PARTITION OF u FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX ON u1 (t);
-- rows
INSERT INTO e VALUES (1, 'a', 'x'), (2, 'b', 'a'), (3, 'b', 'x'), (3, 'a', 'a');
INSERT INTO u SELECT gen_random_uuid()::text FROM generate_series(1, 30);
-- desired
CREATE TYPE st AS ENUM ('b', 'a');
CREATE TABLE e (id int NOT NULL, s st NOT NULL, k text NOT NULL) PARTITION BY HASH (s);
CREATE TABLE e0 PARTITION OF e FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE e1 PARTITION OF e FOR VALUES WITH (MODULUS 2, REMAINDER 1) PARTITION BY LIST (k);
CREATE TABLE e1a PARTITION OF e1 FOR VALUES IN ('a');
CREATE TABLE e1d PARTITION OF e1 DEFAULT;
CREATE TABLE u (t uuid PRIMARY KEY) PARTITION BY HASH (t);
CREATE TABLE u0 PARTITION OF u FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE u1 PARTITION OF u FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX ON u1 (t);

-- plan
BEGIN;

CREATE TABLE e_rows AS SELECT id, s::text AS s, k FROM e;

CREATE TABLE u_rows AS SELECT * FROM u;

-- rewrites table e
-- rewrites table e0
-- rewrites table e1
-- rewrites table e1a
-- rewrites table e1d
DROP TABLE e;

ALTER TYPE st RENAME TO st_old;

CREATE TYPE st AS ENUM ('b', 'a');

DROP TYPE st_old;

CREATE TABLE e (
    id integer NOT NULL,
    s st NOT NULL,
    k text NOT NULL
) PARTITION BY HASH (s);

CREATE TABLE e0 PARTITION OF e FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE e1 PARTITION OF e FOR VALUES WITH (modulus 2, remainder 1) PARTITION BY LIST (k);

CREATE TABLE e1a PARTITION OF e1 FOR VALUES IN ('a');

CREATE TABLE e1d PARTITION OF e1 DEFAULT;

-- rewrites table u
-- rewrites table u0
-- rewrites table u1
DROP TABLE u;

-- careful: fails if rows of table u are NULL or equal in the key
CREATE TABLE u (
    t uuid PRIMARY KEY
) PARTITION BY HASH (t);

CREATE TABLE u0 PARTITION OF u FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE u1 PARTITION OF u FOR VALUES WITH (modulus 2, remainder 1);

CREATE INDEX u1_t_idx ON u1 (t);

-- careful: all rows are copied into the new table, which takes time and space
-- rewrites table e
INSERT INTO e (id, s, k)
SELECT id, s::st, k
FROM e_rows;

DROP TABLE e_rows;

-- careful: all rows are copied into the new table, which takes time and space
-- rewrites table u
INSERT INTO u (t)
SELECT t::uuid
FROM u_rows;

DROP TABLE u_rows;

COMMIT;
