-- current
CREATE TABLE t (v text DEFAULT 'a@b');

-- desired
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE t (v email DEFAULT 'a@b');

-- rows
INSERT INTO t VALUES ('x@y');

-- plan
