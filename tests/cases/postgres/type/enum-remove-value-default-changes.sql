-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int, m mood DEFAULT 'sad');

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (id int, m mood DEFAULT 'ok');

-- rows
INSERT INTO t VALUES (1, 'ok');

-- plan
BEGIN;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN m DROP DEFAULT,
    ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

ALTER TABLE t ALTER COLUMN m SET DEFAULT 'ok';

COMMIT;
