-- current
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (b);

-- desired
CREATE TABLE t (a int, c int);
CREATE INDEX i ON t (c);

-- plan
-- note: column t.b goes and column t.c comes: perhaps a rename
--   help: if it is one, say --rename t.b=c, or write -- @renamed from=b above it

BEGIN;

-- destroys data: all values of column t.b
ALTER TABLE t
    DROP COLUMN b,
    ADD COLUMN c integer;

CREATE INDEX i ON t (c);

COMMIT;
