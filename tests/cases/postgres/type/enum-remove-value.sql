-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'ok' NOT NULL);

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'ok' NOT NULL);

-- rows
INSERT INTO t VALUES (1, 'ok'), (2, 'happy');

-- plan
BEGIN;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN m DROP DEFAULT,
    ALTER COLUMN m TYPE mood USING m::text::mood,
    ALTER COLUMN m SET DEFAULT 'ok';

DROP TYPE mood_old;

COMMIT;
