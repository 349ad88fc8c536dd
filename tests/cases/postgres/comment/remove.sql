-- current
CREATE TABLE t (a int);
COMMENT ON TABLE t IS 'x';
COMMENT ON COLUMN t.a IS 'a';

-- desired
CREATE TABLE t (a int);

-- plan
