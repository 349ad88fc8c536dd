-- current
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a + 1 AS n FROM v;
COMMENT ON VIEW w IS 'w';

-- desired
CREATE TABLE t (a bigint, b text);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a + 1 AS n FROM v;
COMMENT ON VIEW w IS 'w';

-- plan
