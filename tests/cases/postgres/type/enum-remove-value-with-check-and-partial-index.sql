-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int, m mood, CONSTRAINT c CHECK (m <> 'happy' OR id > 0));
CREATE INDEX i ON t (id) WHERE m = 'ok';
CREATE INDEX j ON t (m);

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (id int, m mood, CONSTRAINT c CHECK (m <> 'happy' OR id > 0));
CREATE INDEX i ON t (id) WHERE m = 'ok';
CREATE INDEX j ON t (m);

-- rows
INSERT INTO t VALUES (1, 'ok');

-- plan
BEGIN;

ALTER TABLE t DROP CONSTRAINT c;

DROP INDEX i;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t ADD CONSTRAINT c CHECK (m <> 'happy' OR id > 0);

CREATE INDEX i ON t (id) WHERE m = 'ok';

COMMIT;
