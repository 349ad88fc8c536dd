-- current
CREATE TABLE t (id int NOT NULL, a int);

-- desired
CREATE TABLE t (id serial, a int);

-- rows
INSERT INTO t VALUES (7, 1), (9, 2);

-- plan
BEGIN;

CREATE SEQUENCE t_id_seq AS integer;

ALTER TABLE t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

SELECT setval('t_id_seq', greatest(max(id), 1), coalesce(max(id) >= 1, false)) FROM t;

ALTER SEQUENCE t_id_seq OWNED BY t.id;

COMMIT;
