-- current
CREATE TABLE t (a int, CONSTRAINT x CHECK (a > 0));

-- desired
CREATE TABLE t (a int,
  -- @renamed from=x
  CONSTRAINT y CHECK (a > 0));

-- plan
ALTER TABLE t RENAME CONSTRAINT x TO y;
