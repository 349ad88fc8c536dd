-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
COMMENT ON TYPE mood IS 'how it feels';
GRANT USAGE ON TYPE mood TO pg_monitor;
REVOKE USAGE ON TYPE mood FROM public;
CREATE TABLE t (m mood);

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
COMMENT ON TYPE mood IS 'how it feels';
GRANT USAGE ON TYPE mood TO pg_monitor;
REVOKE USAGE ON TYPE mood FROM public;
CREATE TABLE t (m mood);

-- rows
INSERT INTO t VALUES ('ok');

-- plan
BEGIN;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

COMMENT ON TYPE mood IS 'how it feels';

GRANT USAGE ON TYPE mood TO pg_monitor;

REVOKE USAGE ON TYPE mood FROM PUBLIC;

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

COMMIT;
