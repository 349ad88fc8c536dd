-- The conversion holds for the partitions too.
-- current
CREATE TABLE p (id integer, c smallint, d numeric) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
-- rows
INSERT INTO p VALUES (1, 5, 1.5);
-- desired
CREATE TABLE p (id integer, c interval, d interval) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);

-- plan
-- careful: PostgreSQL has no cast from smallint to interval: values are taken for seconds
-- careful: PostgreSQL has no cast from numeric to interval: values are taken for seconds
-- rewrites table p
ALTER TABLE p
    ALTER COLUMN c TYPE interval USING c * interval '1 second',
    ALTER COLUMN d TYPE interval USING d * interval '1 second';
