-- current
CREATE TABLE t (a int UNIQUE CHECK (a > 0), b int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX ON t (a);

-- desired
CREATE TABLE t (
  -- @renamed from=a
  c int UNIQUE CHECK (c > 0),
  b int GENERATED ALWAYS AS (c * 2) STORED);
CREATE INDEX ON t (c);

-- rows
INSERT INTO t VALUES (1);

-- plan
