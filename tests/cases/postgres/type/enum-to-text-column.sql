-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood DEFAULT 'ok');

-- desired
CREATE TABLE t (m text DEFAULT 'ok');

-- rows
INSERT INTO t VALUES ('ok');

-- plan
BEGIN;

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN m DROP DEFAULT,
    ALTER COLUMN m TYPE text;

DROP TYPE mood;

ALTER TABLE t ALTER COLUMN m SET DEFAULT 'ok';

COMMIT;
