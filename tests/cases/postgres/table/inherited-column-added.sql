-- current
CREATE TABLE p (id int);
CREATE TABLE c (extra int) INHERITS (p);

-- desired
CREATE TABLE p (id int, name text);
CREATE TABLE c (extra int) INHERITS (p);

-- rows
INSERT INTO c VALUES (1, 2);

-- plan
ALTER TABLE p ADD COLUMN name text;
