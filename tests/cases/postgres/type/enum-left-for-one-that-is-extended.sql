-- One column leaves an enum that is rebuilt for one that gets a label, another goes the other way.
-- current
CREATE TYPE status AS ENUM ('open', 'gone');
CREATE TYPE level AS ENUM ('new', 'open', 'over', 'gone');
CREATE TABLE t1 (id integer, c status);
CREATE TABLE t2 (id integer, c level DEFAULT 'new');
-- rows
INSERT INTO t1 VALUES (1, 'open');
INSERT INTO t2 VALUES (1, 'gone');
-- desired
CREATE TYPE status AS ENUM ('new', 'open', 'gone');
CREATE TYPE level AS ENUM ('new', 'open', 'gone');
CREATE TABLE t1 (id integer, c level NOT NULL);
CREATE TABLE t2 (id integer, c status DEFAULT 'new');

-- plan
ALTER TYPE status ADD VALUE 'new' BEFORE 'open';

BEGIN;

-- careful: PostgreSQL has no cast from public.level to public.status: check the USING expression
-- rewrites table t2
ALTER TABLE t2
    ALTER COLUMN c DROP DEFAULT,
    ALTER COLUMN c TYPE status USING c::text::status,
    ALTER COLUMN c SET DEFAULT 'new';

ALTER TYPE level RENAME TO level_old;

CREATE TYPE level AS ENUM ('new', 'open', 'gone');

DROP TYPE level_old;

-- careful: PostgreSQL has no cast from public.status to public.level: check the USING expression
-- careful: fails if rows of table t1 have no c
-- rewrites table t1
ALTER TABLE t1
    ALTER COLUMN c TYPE level USING c::text::level,
    ALTER COLUMN c SET NOT NULL;

COMMIT;
