-- current
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, a int);

-- desired
CREATE TABLE t (id int NOT NULL, a int);

-- rows
INSERT INTO t (a) VALUES (41);

-- plan
ALTER TABLE t ALTER COLUMN id DROP IDENTITY;
