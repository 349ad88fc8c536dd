-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN good AS mood NOT NULL CHECK (value <> 'ok');
CREATE TABLE t (m good);

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE DOMAIN good AS mood NOT NULL CHECK (value <> 'ok');
CREATE TABLE t (m good);

-- rows
INSERT INTO t VALUES ('happy');

-- plan
BEGIN;

ALTER TYPE mood RENAME TO mood_old;

ALTER DOMAIN good RENAME TO good_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

CREATE DOMAIN good AS mood NOT NULL
    CONSTRAINT good_check CHECK (value <> 'ok');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE good USING m::text::good;

DROP DOMAIN good_old;

DROP TYPE mood_old;

COMMIT;
