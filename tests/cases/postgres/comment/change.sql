-- current
CREATE TABLE t (a int);
COMMENT ON TABLE t IS 'x';

-- desired
CREATE TABLE t (a int);
COMMENT ON TABLE t IS 'y';

-- plan
COMMENT ON TABLE t IS 'y';
