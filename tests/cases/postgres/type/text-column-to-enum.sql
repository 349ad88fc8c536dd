-- current
CREATE TABLE t (m text DEFAULT 'ok');

-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood DEFAULT 'ok');

-- rows
INSERT INTO t VALUES ('ok');

-- plan
BEGIN;

CREATE TYPE mood AS ENUM ('sad', 'ok');

-- careful: fails if a value does not fit public.mood
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN m DROP DEFAULT,
    ALTER COLUMN m TYPE mood USING m::mood,
    ALTER COLUMN m SET DEFAULT 'ok';

COMMIT;
