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
