-- current
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, a int);

-- desired
CREATE TABLE t (id serial, a int);

-- rows
INSERT INTO t (a) VALUES (1), (2);

-- plan
BEGIN;

ALTER SEQUENCE t_id_seq RENAME TO t_id_seq_old;

CREATE SEQUENCE t_id_seq AS integer;

SELECT setval('t_id_seq', greatest(last_value, (SELECT max(id) FROM t)))
FROM t_id_seq_old
WHERE is_called OR EXISTS (SELECT FROM t);

ALTER TABLE t
    ALTER COLUMN id DROP IDENTITY,
    ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

ALTER SEQUENCE t_id_seq OWNED BY t.id;

COMMIT;
