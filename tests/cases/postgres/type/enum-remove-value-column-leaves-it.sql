-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int, m mood, n mood);

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (id int, m mood, n text);

-- rows
INSERT INTO t VALUES (1, 'ok', 'sad');

-- plan
BEGIN;

-- rewrites table t
ALTER TABLE t ALTER COLUMN n TYPE text;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

COMMIT;
