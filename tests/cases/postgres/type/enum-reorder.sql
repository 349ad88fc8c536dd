-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood);

-- desired
CREATE TYPE mood AS ENUM ('happy', 'ok', 'sad');
CREATE TABLE t (m mood);

-- rows
INSERT INTO t VALUES ('sad');

-- plan
BEGIN;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('happy', 'ok', 'sad');

-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

COMMIT;
