-- current
CREATE TYPE pair AS (a int);
CREATE TABLE t (p pair);

-- desired
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (p pair);

-- rows
INSERT INTO t VALUES (ROW(1));

-- allow
rows

-- plan
ALTER TYPE pair ADD ATTRIBUTE b text;
