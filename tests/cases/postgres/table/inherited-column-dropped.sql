-- current
CREATE TABLE p (id int, name text);
CREATE TABLE c (extra int) INHERITS (p);

-- desired
CREATE TABLE p (id int);
CREATE TABLE c (extra int) INHERITS (p);

-- rows
INSERT INTO c VALUES (1, 'x', 2);

-- plan
-- destroys data: all values of column p.name
ALTER TABLE p DROP COLUMN name;
