-- current
CREATE TABLE t (a int, b text, c date);

-- desired
CREATE TABLE t (c date, d int, b text);

-- plan
-- note: column t.a goes and column t.d comes: perhaps a rename
--   help: if it is one, say --rename t.a=d, or write -- @renamed from=a above it

-- destroys data: all values of column t.a
ALTER TABLE t
    DROP COLUMN a,
    ADD COLUMN d integer;
