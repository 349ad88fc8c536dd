-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (v text DEFAULT 'ok');

-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (v mood DEFAULT 'ok');

-- rows
INSERT INTO t VALUES ('ok');

-- plan
