-- current
CREATE TABLE t (id int);

-- desired
CREATE TABLE t (id int, code varchar(10) COLLATE "C" NOT NULL DEFAULT 'x' UNIQUE CHECK (code <> ''));

-- rows
INSERT INTO t VALUES (1);

-- plan
-- careful: fails if rows of table t do not satisfy it
-- careful: fails if rows of table t are equal in the key
ALTER TABLE t
    ADD COLUMN code character varying(10) COLLATE "C" NOT NULL DEFAULT 'x',
    ADD CONSTRAINT t_code_check CHECK (code <> ''),
    ADD CONSTRAINT t_code_key UNIQUE (code);
