-- current
CREATE TYPE level AS ENUM ('low', 'high', 'gone');
CREATE TABLE t (id integer, c level DEFAULT 'low', d level[], e level);
-- rows
INSERT INTO t VALUES (1, 'high', NULL, 'low');
-- desired
CREATE TYPE level AS ENUM ('high', 'low');
CREATE DOMAIN steep AS level CHECK (VALUE <> 'low' OR VALUE IS NOT NULL);
CREATE TABLE t (id integer, c level[] DEFAULT '{low}', d level, e steep);

-- plan
BEGIN;

ALTER TABLE t ALTER COLUMN c DROP DEFAULT;

ALTER TYPE level RENAME TO level_old;

CREATE TYPE level AS ENUM ('high', 'low');

-- careful: fails if column t.c holds 'gone'
-- careful: fails if column t.d holds 'gone'
-- careful: fails if column t.e holds 'gone'
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN c DROP DEFAULT,
    ALTER COLUMN c TYPE level USING c::text::level,
    ALTER COLUMN d TYPE level[] USING d::text[]::level[],
    ALTER COLUMN e TYPE level USING e::text::level;

DROP TYPE level_old;

CREATE DOMAIN steep AS level
    CONSTRAINT steep_check CHECK (VALUE <> 'low' OR VALUE IS NOT NULL);

-- careful: fails if a value does not fit public.level[]
-- careful: PostgreSQL has no cast from public.level[] to public.level: check the USING expression
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN c TYPE level[] USING CASE WHEN c IS NOT NULL THEN ARRAY[c]::level[] END,
    ALTER COLUMN c SET DEFAULT '{low}',
    ALTER COLUMN d TYPE level USING d::text::level,
    ALTER COLUMN e TYPE steep;

COMMIT;
