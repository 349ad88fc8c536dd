-- current
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m app.mood, n app.mood DEFAULT 'happy');
CREATE TABLE app.u (m app.mood);

-- desired
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('ok', 'happy');
CREATE TABLE t (m app.mood, n app.mood DEFAULT 'happy');
CREATE TABLE app.u (m app.mood);

-- rows
INSERT INTO t VALUES ('ok', 'ok');
INSERT INTO app.u VALUES ('ok');

-- plan
BEGIN;

ALTER TYPE app.mood RENAME TO mood_old;

CREATE TYPE app.mood AS ENUM ('ok', 'happy');

-- careful: fails if column app.u.m holds 'sad'
-- rewrites table app.u
ALTER TABLE app.u ALTER COLUMN m TYPE app.mood USING m::text::app.mood;

-- careful: fails if column t.m holds 'sad'
-- careful: fails if column t.n holds 'sad'
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN m TYPE app.mood USING m::text::app.mood,
    ALTER COLUMN n DROP DEFAULT,
    ALTER COLUMN n TYPE app.mood USING n::text::app.mood,
    ALTER COLUMN n SET DEFAULT 'happy';

DROP TYPE app.mood_old;

COMMIT;
