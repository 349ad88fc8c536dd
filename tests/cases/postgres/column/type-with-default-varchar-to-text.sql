-- current
CREATE TABLE t (id int PRIMARY KEY, v varchar(10) DEFAULT 'x');

-- desired
CREATE TABLE t (id int PRIMARY KEY, v text DEFAULT 'x');

-- rows
INSERT INTO t VALUES (1, '1'), (2, '2');

-- plan
ALTER TABLE t
    ALTER COLUMN v DROP DEFAULT,
    ALTER COLUMN v TYPE text,
    ALTER COLUMN v SET DEFAULT 'x';
