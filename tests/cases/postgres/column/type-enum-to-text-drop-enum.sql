-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (v mood DEFAULT 'ok' NOT NULL);

-- desired
CREATE TABLE t (v text DEFAULT 'ok' NOT NULL);

-- rows
INSERT INTO t VALUES ('ok');

-- plan
BEGIN;

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN v DROP DEFAULT,
    ALTER COLUMN v TYPE text;

DROP TYPE mood;

ALTER TABLE t ALTER COLUMN v SET DEFAULT 'ok';

COMMIT;
