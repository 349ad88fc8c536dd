-- current
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a FROM t;

-- desired
CREATE TABLE t (a bigint NOT NULL, b text, c int DEFAULT 5);
CREATE VIEW v AS SELECT a FROM t;
CREATE INDEX ON t (c);
CREATE TABLE n (t_c int);

-- rows
INSERT INTO t VALUES (1);

-- options
online

-- plan
