-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (v text DEFAULT 'ok');

-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (v mood DEFAULT 'ok');

-- rows
INSERT INTO t VALUES ('ok');

-- plan
-- careful: fails if a value does not fit public.mood
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN v DROP DEFAULT,
    ALTER COLUMN v TYPE mood USING v::mood,
    ALTER COLUMN v SET DEFAULT 'ok';
