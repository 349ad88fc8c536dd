-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- plan
DROP RULE r ON t;
