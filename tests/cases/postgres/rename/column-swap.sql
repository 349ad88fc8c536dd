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
BEGIN;

-- careful: whoever still says a gets an error
ALTER TABLE t RENAME COLUMN a TO b_renaming;

-- careful: whoever still says b gets an error
ALTER TABLE t RENAME COLUMN b TO a_renaming;

-- careful: whoever still says b_renaming gets an error
ALTER TABLE t RENAME COLUMN b_renaming TO b;

-- careful: whoever still says a_renaming gets an error
ALTER TABLE t RENAME COLUMN a_renaming TO a;

COMMIT;
