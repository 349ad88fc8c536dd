-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (v text);

-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (v mood);

-- rows
INSERT INTO t VALUES ('ok');

-- plan
-- careful: fails if a value does not fit public.mood
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE mood USING v::mood;
