-- current
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, r_id int REFERENCES r, n serial, twice int GENERATED ALWAYS AS (r_id * 2) STORED);
CREATE TABLE f (t_id bigint REFERENCES t);
CREATE VIEW w AS SELECT id FROM t;
CREATE MATERIALIZED VIEW mw AS SELECT id FROM w;
CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END';

-- desired
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, r_id int REFERENCES r, n serial, twice int GENERATED ALWAYS AS (r_id * 2) STORED) PARTITION BY RANGE (id);
CREATE TABLE t_rest PARTITION OF t DEFAULT;
CREATE TABLE f (t_id bigint REFERENCES t);
CREATE VIEW w AS SELECT id FROM t;
CREATE MATERIALIZED VIEW mw AS SELECT id FROM w;
CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END';
CREATE TRIGGER refuses BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION no();

-- rows
INSERT INTO r VALUES (1);
INSERT INTO t (r_id) VALUES (1), (1);
INSERT INTO f VALUES (1);

-- plan
BEGIN;

CREATE TABLE t_rows AS SELECT * FROM t;

ALTER TABLE f DROP CONSTRAINT f_t_id_fkey;

ALTER SEQUENCE t_n_seq OWNED BY NONE;

DROP MATERIALIZED VIEW mw;

DROP VIEW w;

-- rewrites table t
DROP TABLE t;

-- careful: fails if rows of table t are NULL or equal in the key
CREATE TABLE t (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    r_id integer,
    n integer NOT NULL DEFAULT nextval('public.t_n_seq'::regclass),
    twice integer GENERATED ALWAYS AS (r_id * 2) STORED
) PARTITION BY RANGE (id);

ALTER SEQUENCE t_n_seq OWNED BY t.n;

CREATE TABLE t_rest PARTITION OF t DEFAULT;

CREATE VIEW w AS
SELECT id FROM t;

CREATE MATERIALIZED VIEW mw AS
SELECT id FROM w;

CREATE TRIGGER refuses
    BEFORE INSERT ON t
    FOR EACH ROW
    EXECUTE FUNCTION no();

ALTER TABLE t DISABLE TRIGGER refuses;

-- careful: all rows are copied into the new table, which takes time and space
-- rewrites table t
INSERT INTO t (id, r_id, n) OVERRIDING SYSTEM VALUE
SELECT id, r_id, n
FROM t_rows;

SELECT setval(pg_get_serial_sequence('t', 'id'), max(id))
FROM t
HAVING max(id) IS NOT NULL;

ALTER TABLE t ENABLE TRIGGER refuses;

DROP TABLE t_rows;

ALTER TABLE f ADD CONSTRAINT f_t_id_fkey FOREIGN KEY (t_id) REFERENCES t (id);

ALTER TABLE t ADD CONSTRAINT t_r_id_fkey FOREIGN KEY (r_id) REFERENCES r (id);

REFRESH MATERIALIZED VIEW mw;

COMMIT;
