-- current
CREATE TABLE t (a bigint, b int, c int, d timestamptz, e interval, f numeric);
-- rows
INSERT INTO t VALUES (1577836800, 1577836800, 90, '2020-01-01 00:00+00', '1:00', 1577836800.5);
-- desired
CREATE TABLE t (a timestamptz, b timestamp, c interval, d bigint, e int, f timestamptz);

-- plan
-- careful: PostgreSQL has no cast from bigint to timestamp with time zone: values are taken for seconds
-- careful: PostgreSQL has no cast from integer to timestamp without time zone: values are taken for seconds
-- careful: PostgreSQL has no cast from integer to interval: values are taken for seconds
-- careful: PostgreSQL has no cast from timestamp with time zone to bigint: values are taken for seconds
-- careful: PostgreSQL has no cast from interval to integer: values are taken for seconds
-- careful: PostgreSQL has no cast from numeric to timestamp with time zone: values are taken for seconds
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN a TYPE timestamp with time zone USING to_timestamp(a),
    ALTER COLUMN b TYPE timestamp without time zone USING to_timestamp(b) AT TIME ZONE 'UTC',
    ALTER COLUMN c TYPE interval USING c * interval '1 second',
    ALTER COLUMN d TYPE bigint USING extract(epoch FROM d),
    ALTER COLUMN e TYPE integer USING extract(epoch FROM e),
    ALTER COLUMN f TYPE timestamp with time zone USING to_timestamp(f);
