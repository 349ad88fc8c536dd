-- A sequence has the owner of the table whose column owns it.
-- current
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, v int);
ALTER TABLE t OWNER TO role_a;
-- rows
INSERT INTO t (v) VALUES (1);
-- desired
CREATE TABLE t (id bigserial, v int);
ALTER TABLE t OWNER TO role_a;

-- plan
BEGIN;

ALTER SEQUENCE t_id_seq RENAME TO t_id_seq_old;

-- rewrites table t
ALTER TABLE t ALTER COLUMN id TYPE bigint;

CREATE SEQUENCE t_id_seq;

SELECT setval('t_id_seq', greatest(last_value, (SELECT max(id) FROM t)))
FROM t_id_seq_old
WHERE is_called OR EXISTS (SELECT FROM t);

ALTER TABLE t
    ALTER COLUMN id DROP IDENTITY,
    ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

ALTER SEQUENCE t_id_seq OWNER TO role_a;

ALTER SEQUENCE t_id_seq OWNED BY t.id;

COMMIT;
