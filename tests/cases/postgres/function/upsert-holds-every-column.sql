-- A body with ON CONFLICT DO UPDATE holds on to all columns of its table, and to the constraint that it names.
-- current
CREATE TABLE t (id integer, n integer, CONSTRAINT t_u UNIQUE (id));
CREATE FUNCTION up(a integer, b integer) RETURNS void LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (a, b) ON CONFLICT ON CONSTRAINT t_u DO UPDATE SET n = EXCLUDED.n; END;
CREATE FUNCTION up2(a integer, b integer) RETURNS void LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (a, b) ON CONFLICT (id) DO UPDATE SET n = EXCLUDED.n WHERE t.n < 5; END;
-- rows
INSERT INTO t VALUES (1,2);
-- desired
CREATE TABLE t (id integer, n integer, k integer, CONSTRAINT t_u UNIQUE (id, k));
CREATE FUNCTION up(a integer, b integer) RETURNS void LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (a, b) ON CONFLICT ON CONSTRAINT t_u DO UPDATE SET n = EXCLUDED.n; END;
CREATE FUNCTION up2(a integer, b integer) RETURNS void LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (a, b) ON CONFLICT (id, k) DO UPDATE SET n = EXCLUDED.n WHERE t.n < 6; END;

-- needs
version 14

-- plan
BEGIN;

ALTER TABLE t ADD COLUMN k integer;

DROP FUNCTION up(integer, integer);

-- careful: fails if rows of table t are equal in the key
ALTER TABLE t
    DROP CONSTRAINT t_u,
    ADD CONSTRAINT t_u UNIQUE (id, k);

CREATE FUNCTION up(a integer, b integer) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC INSERT INTO t VALUES (a, b) ON CONFLICT ON CONSTRAINT t_u DO UPDATE SET n = EXCLUDED.n; END;

CREATE OR REPLACE FUNCTION up2(a integer, b integer) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC INSERT INTO t VALUES (a, b) ON CONFLICT (id, k) DO UPDATE SET n = EXCLUDED.n WHERE t.n < 6; END;

COMMIT;
