-- current
CREATE TABLE x (id int PRIMARY KEY);
CREATE TABLE old (a int REFERENCES x, v int);

-- desired
-- @renamed from=x
CREATE TABLE y (id int PRIMARY KEY);
-- @renamed from=old
CREATE TABLE new (
  -- @renamed from=a
  b int REFERENCES y,
  v bigint);

-- rows
INSERT INTO x VALUES (1);
INSERT INTO old VALUES (1, 2);

-- plan
BEGIN;

-- careful: whoever still says old gets an error
ALTER TABLE old RENAME TO new;

-- careful: whoever still says x gets an error
ALTER TABLE x RENAME TO y;

-- careful: whoever still says a gets an error
ALTER TABLE new RENAME COLUMN a TO b;

ALTER TABLE new RENAME CONSTRAINT old_a_fkey TO new_b_fkey;

ALTER TABLE y RENAME CONSTRAINT x_pkey TO y_pkey;

-- rewrites table new
ALTER TABLE new ALTER COLUMN v TYPE bigint;

COMMIT;
