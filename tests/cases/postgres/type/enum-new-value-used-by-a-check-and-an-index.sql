-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood);

-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood, CONSTRAINT c CHECK (m <> 'happy'));
CREATE INDEX i ON t (m) WHERE m = 'happy';

-- rows
INSERT INTO t VALUES ('ok');

-- plan
ALTER TYPE mood ADD VALUE 'happy';

BEGIN;

-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t ADD CONSTRAINT c CHECK (m <> 'happy');

CREATE INDEX i ON t (m) WHERE m = 'happy';

COMMIT;
