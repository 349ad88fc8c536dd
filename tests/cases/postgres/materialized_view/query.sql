-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t;
CREATE UNIQUE INDEX m_id ON m (id);
COMMENT ON MATERIALIZED VIEW m IS 'm';
COMMENT ON INDEX m_id IS 'key';
GRANT SELECT ON m TO pg_monitor;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t WHERE a > 1;
CREATE UNIQUE INDEX m_id ON m (id);
COMMENT ON MATERIALIZED VIEW m IS 'm';
COMMENT ON INDEX m_id IS 'key';
GRANT SELECT ON m TO pg_monitor;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

DROP MATERIALIZED VIEW m;

CREATE MATERIALIZED VIEW m AS
SELECT id, a FROM t WHERE a > 1;

-- careful: fails if rows of view m are equal in the index's key
CREATE UNIQUE INDEX m_id ON m (id);

COMMENT ON INDEX m_id IS 'key';

COMMENT ON MATERIALIZED VIEW m IS 'm';

GRANT SELECT ON TABLE m TO pg_monitor;

COMMIT;
