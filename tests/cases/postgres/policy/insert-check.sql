-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE POLICY p ON t FOR INSERT TO pg_monitor WITH CHECK (true);

-- plan
CREATE POLICY p ON t FOR INSERT TO pg_monitor WITH CHECK (true);
