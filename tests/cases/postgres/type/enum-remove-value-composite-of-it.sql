-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE pair AS (a int, m mood);
CREATE TABLE t (p pair, q pair[]);

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TYPE pair AS (a int, m mood);
CREATE TABLE t (p pair, q pair[]);

-- rows
INSERT INTO t VALUES ('(1,ok)', '{"(2,happy)"}');

-- plan
BEGIN;

ALTER TYPE mood RENAME TO mood_old;

ALTER TYPE pair RENAME TO pair_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

CREATE TYPE pair AS (a integer, m mood);

-- careful: fails if column t.p holds 'sad'
-- careful: fails if column t.q holds 'sad'
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN p TYPE pair USING p::text::pair,
    ALTER COLUMN q TYPE pair[] USING q::text[]::pair[];

DROP TYPE pair_old;

DROP TYPE mood_old;

COMMIT;
