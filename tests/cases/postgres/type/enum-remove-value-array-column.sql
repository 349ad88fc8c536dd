-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood[] DEFAULT '{ok}');

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (m mood[] DEFAULT '{ok}');

-- rows
INSERT INTO t VALUES ('{ok,happy}');

-- plan
BEGIN;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN m DROP DEFAULT,
    ALTER COLUMN m TYPE mood[] USING m::text[]::mood[],
    ALTER COLUMN m SET DEFAULT '{ok}';

DROP TYPE mood_old;

COMMIT;
