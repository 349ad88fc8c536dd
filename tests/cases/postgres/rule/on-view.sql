-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id FROM t;
CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t (id) VALUES (new.id);

-- plan
CREATE RULE r AS
    ON INSERT TO v
    DO INSTEAD INSERT INTO t (id) VALUES (new.id);
