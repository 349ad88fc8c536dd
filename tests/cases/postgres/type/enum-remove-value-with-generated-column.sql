-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood, g boolean GENERATED ALWAYS AS (m = 'ok') STORED);

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (m mood, g boolean GENERATED ALWAYS AS (m = 'ok') STORED);

-- rows
INSERT INTO t VALUES ('ok');

-- plan
BEGIN;

ALTER TABLE t DROP COLUMN g;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

-- rewrites table t
ALTER TABLE t ADD COLUMN g boolean GENERATED ALWAYS AS (m = 'ok') STORED;

COMMIT;
