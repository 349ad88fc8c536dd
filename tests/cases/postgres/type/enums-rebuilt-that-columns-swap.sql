-- Neither enum could be rebuilt first if the column that leaves it waited for the other.
-- current
CREATE TYPE status AS ENUM ('new', 'open', 'gone');
CREATE TYPE level AS ENUM ('gone', 'over', 'hold');
CREATE TABLE t (id integer, c status, d level DEFAULT 'gone');
-- rows
INSERT INTO t VALUES (1, 'gone', 'gone');
-- desired
CREATE TYPE status AS ENUM ('new', 'gone');
CREATE TYPE level AS ENUM ('hold', 'gone');
CREATE TABLE t (id integer, c level, d status DEFAULT 'gone');

-- plan
BEGIN;

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN d DROP DEFAULT,
    ALTER COLUMN d TYPE text USING d::text,
    ALTER COLUMN c TYPE text USING c::text;

ALTER TYPE level RENAME TO level_old;

CREATE TYPE level AS ENUM ('hold', 'gone');

DROP TYPE level_old;

ALTER TYPE status RENAME TO status_old;

CREATE TYPE status AS ENUM ('new', 'gone');

DROP TYPE status_old;

-- careful: PostgreSQL has no cast from public.status to public.level: check the USING expression
-- careful: PostgreSQL has no cast from public.level to public.status: check the USING expression
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN c TYPE level USING c::text::level,
    ALTER COLUMN d TYPE status USING d::text::status,
    ALTER COLUMN d SET DEFAULT 'gone';

COMMIT;
