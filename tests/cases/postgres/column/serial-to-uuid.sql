-- current
CREATE TABLE t (id serial PRIMARY KEY, a int);

-- desired
CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), a int);

-- plan
BEGIN;

ALTER TABLE t ALTER COLUMN id DROP DEFAULT;

ALTER SEQUENCE t_id_seq OWNED BY NONE;

-- careful: PostgreSQL has no cast from integer to uuid: check the USING expression
-- rewrites table t
ALTER TABLE t ALTER COLUMN id TYPE uuid USING id::text::uuid;

-- destroys data: the current value of sequence t_id_seq
DROP SEQUENCE t_id_seq;

ALTER TABLE t ALTER COLUMN id SET DEFAULT gen_random_uuid();

COMMIT;
