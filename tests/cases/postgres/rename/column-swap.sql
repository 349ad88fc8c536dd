-- current
CREATE TABLE t (a int, b text);

-- desired
CREATE TABLE t (
  -- @renamed from=b
  a text,
  -- @renamed from=a
  b int);

-- rows
INSERT INTO t VALUES (1, 'x');

-- plan
