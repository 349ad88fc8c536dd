-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (v text);

-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (v mood);

-- rows
INSERT INTO t VALUES ('ok');

-- plan
