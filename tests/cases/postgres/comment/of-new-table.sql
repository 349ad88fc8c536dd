-- current


-- desired
CREATE TABLE t (a int, b int);
COMMENT ON TABLE t IS 'x';
COMMENT ON COLUMN t.b IS 'b';
COMMENT ON COLUMN t.a IS 'a';
CREATE INDEX i ON t (a);
COMMENT ON INDEX i IS 'i';

-- plan
BEGIN;

CREATE TABLE t (
    a integer,
    b integer
);

COMMENT ON TABLE t IS 'x';

COMMENT ON COLUMN t.a IS 'a';

COMMENT ON COLUMN t.b IS 'b';

CREATE INDEX i ON t (a);

COMMENT ON INDEX i IS 'i';

COMMIT;
