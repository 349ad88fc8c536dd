-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;
COMMENT ON COLUMN v.id IS 'key';
COMMENT ON VIEW v IS 'v';

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- plan
-- careful: the definition of view v is lost if it is nowhere else
DROP VIEW v;
