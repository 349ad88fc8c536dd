-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, b FROM t;
CREATE VIEW w AS SELECT id FROM v;
COMMENT ON VIEW w IS 'ids';

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE VIEW w AS SELECT id FROM v;
COMMENT ON VIEW w IS 'ids';

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

DROP VIEW w;

DROP VIEW v;

CREATE VIEW v AS
SELECT id, a, b FROM t;

CREATE VIEW w AS
SELECT id FROM v;

COMMENT ON VIEW w IS 'ids';

COMMIT;
