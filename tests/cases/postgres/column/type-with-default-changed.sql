-- current
CREATE TABLE t (id int PRIMARY KEY, v varchar(10) DEFAULT '1');

-- desired
CREATE TABLE t (id int PRIMARY KEY, v int DEFAULT 2);

-- rows
INSERT INTO t VALUES (1, '1'), (2, '2');

-- plan
-- careful: fails if a value does not fit integer
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN v DROP DEFAULT,
    ALTER COLUMN v TYPE integer USING v::integer,
    ALTER COLUMN v SET DEFAULT 2;
