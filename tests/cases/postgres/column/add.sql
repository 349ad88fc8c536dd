-- current
CREATE TABLE t (id int PRIMARY KEY);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- rows
INSERT INTO t VALUES (1), (2);

-- plan
ALTER TABLE t
    ADD COLUMN a integer,
    ADD COLUMN b text;
