-- current
CREATE TABLE t (id int, old text);

-- desired
CREATE TABLE t (id int, new text);

-- plan
-- note: column t.old goes and column t.new comes: perhaps a rename
--   help: if it is one, say --rename t.old=new, or write -- @renamed from=old above it

-- destroys data: all values of column t.old
ALTER TABLE t
    ADD COLUMN new text,
    DROP COLUMN old;
