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
BEGIN;

ALTER INDEX t_a_idx RENAME TO t_c_idx;

-- careful: whoever still says a gets an error
ALTER TABLE t RENAME COLUMN a TO c;

ALTER TABLE t RENAME CONSTRAINT t_a_check TO t_c_check;

ALTER TABLE t RENAME CONSTRAINT t_a_key TO t_c_key;

COMMIT;
