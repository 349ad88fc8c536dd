-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood DEFAULT 'ok');

-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood DEFAULT 'happy');

-- rows
INSERT INTO t VALUES ('ok');

-- plan
ALTER TYPE mood ADD VALUE 'happy';

ALTER TABLE t ALTER COLUMN m SET DEFAULT 'happy';
