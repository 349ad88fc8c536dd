-- current
CREATE TABLE t (id int);
-- rows
INSERT INTO t VALUES (1);
-- desired
CREATE TABLE t (id int);
ALTER TABLE t RENAME TO v;
DROP TABLE v;
CREATE TABLE v (z text);
CREATE TABLE t (id int);

-- plan
CREATE TABLE v (
    z text
);
