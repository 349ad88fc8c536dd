-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id FROM t WHERE a > 0 WITH CHECK OPTION;

-- plan
ALTER VIEW v SET (check_option = cascaded);
