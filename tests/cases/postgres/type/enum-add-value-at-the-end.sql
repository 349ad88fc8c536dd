-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood);

-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood);

-- rows
INSERT INTO t VALUES ('ok');

-- plan
ALTER TYPE mood ADD VALUE 'happy';
