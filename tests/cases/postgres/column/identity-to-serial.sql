-- current
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, a int);

-- desired
CREATE TABLE t (id serial, a int);

-- rows
INSERT INTO t (a) VALUES (1), (2);

-- plan
BEGIN;

ALTER TABLE t ALTER COLUMN id DROP IDENTITY;

CREATE SEQUENCE t_id_seq AS integer;

ALTER TABLE t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

SELECT setval('t_id_seq', coalesce(max(id), 1), max(id) IS NOT NULL) FROM t;

ALTER SEQUENCE t_id_seq OWNED BY t.id;

COMMIT;
