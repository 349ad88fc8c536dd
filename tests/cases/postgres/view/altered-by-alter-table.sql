-- ALTER TABLE does to views what ALTER VIEW does; renamed columns keep their comments, privileges and readers.
-- current
CREATE TABLE t (id integer, a text, b text);
CREATE VIEW v WITH (security_barrier) AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT a, count(*) AS n FROM v GROUP BY a;
COMMENT ON COLUMN v.a IS 'the first';
GRANT SELECT (a) ON v TO role_a;
-- desired
CREATE TABLE t (id integer, a text, b text);
CREATE VIEW v WITH (security_barrier) AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT a, count(*) AS n FROM v GROUP BY a;
COMMENT ON COLUMN v.a IS 'the first';
GRANT SELECT (a) ON v TO role_a;
ALTER VIEW v RENAME COLUMN a TO alpha;
ALTER TABLE w RENAME COLUMN n TO number;
ALTER TABLE v SET (check_option = local);
ALTER TABLE v RESET (security_barrier);
ALTER TABLE v ALTER COLUMN alpha SET DEFAULT 'none';

-- plan
BEGIN;

DROP VIEW w;

DROP VIEW v;

CREATE VIEW v (id, alpha) AS
SELECT id, a FROM t
WITH LOCAL CHECK OPTION;

ALTER TABLE v ALTER COLUMN alpha SET DEFAULT 'none';

COMMENT ON COLUMN v.alpha IS 'the first';

GRANT SELECT (alpha) ON TABLE v TO role_a;

CREATE VIEW w (a, number) AS
SELECT alpha, count(*) AS n FROM v GROUP BY alpha;

COMMIT;
