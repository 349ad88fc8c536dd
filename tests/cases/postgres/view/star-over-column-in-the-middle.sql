-- current
CREATE TABLE t (a int, c int);
CREATE VIEW v AS SELECT *, 1 AS x FROM t;
CREATE VIEW u AS SELECT * FROM t UNION ALL SELECT q.* FROM t q;
CREATE VIEW over AS SELECT * FROM v;
CREATE FUNCTION f() RETURNS SETOF bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM (SELECT * FROM t) s; END;
CREATE TABLE w (a int, b int, c int GENERATED ALWAYS AS (a * 2) STORED, d int);
CREATE VIEW x AS SELECT * FROM w;
CREATE TABLE appended (a int);
CREATE VIEW y AS SELECT * FROM appended;
-- rows
INSERT INTO t VALUES (1, 3);
-- desired
CREATE TABLE t (a int, b int, c int);
CREATE VIEW v AS SELECT *, 1 AS x FROM t;
CREATE VIEW u AS SELECT * FROM t UNION ALL SELECT q.* FROM t q;
CREATE VIEW over AS SELECT * FROM v;
CREATE FUNCTION f() RETURNS SETOF bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM (SELECT * FROM t) s; END;
CREATE TABLE w (a int, b int, c int GENERATED ALWAYS AS (a * 3) STORED, d int);
CREATE VIEW x AS SELECT * FROM w;
CREATE TABLE appended (a int, b int);
CREATE VIEW y AS SELECT * FROM appended;

-- needs
version 14

-- plan
BEGIN;

ALTER TABLE appended ADD COLUMN b integer;

ALTER TABLE t ADD COLUMN b integer;

DROP VIEW over;

DROP VIEW v;

DROP VIEW x;

-- rewrites table w
ALTER TABLE w
    DROP COLUMN c,
    ADD COLUMN c integer GENERATED ALWAYS AS (a * 3) STORED;

CREATE OR REPLACE FUNCTION f() RETURNS SETOF bigint
    LANGUAGE sql
    BEGIN ATOMIC
    SELECT count(*) AS count
    FROM (
            SELECT
                t.a,
                t.b,
                t.c
            FROM public.t
        ) s;
END;

CREATE VIEW x AS
SELECT
    w.a,
    w.b,
    w.c,
    w.d
FROM public.w;

CREATE VIEW v AS
SELECT
    t.a,
    t.b,
    t.c,
    1 AS x
FROM public.t;

CREATE VIEW over AS
SELECT
    v.a,
    v.b,
    v.c,
    v.x
FROM public.v;

DROP VIEW u;

CREATE VIEW u AS
SELECT
    t.a,
    t.b,
    t.c
FROM public.t
UNION ALL
SELECT
    q.a,
    q.b,
    q.c
FROM public.t q;

CREATE OR REPLACE VIEW y AS
SELECT * FROM appended;

COMMIT;
