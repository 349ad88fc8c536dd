-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;
ALTER VIEW v ALTER COLUMN a SET DEFAULT 5;

-- plan
ALTER TABLE v ALTER COLUMN a SET DEFAULT 5;
