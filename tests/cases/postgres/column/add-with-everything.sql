-- current
CREATE TABLE t (id int);

-- desired
CREATE TABLE t (id int, code varchar(10) COLLATE "C" NOT NULL DEFAULT 'x' UNIQUE CHECK (code <> ''));

-- rows
INSERT INTO t VALUES (1);

-- plan
