-- current
CREATE TABLE t (id integer);
-- desired
CREATE TABLE t (id integer, a "char" DEFAULT 'x', b pg_catalog."char"[], c char DEFAULT 'y');

-- plan
ALTER TABLE t
    ADD COLUMN a "char" DEFAULT 'x',
    ADD COLUMN b "char"[],
    ADD COLUMN c character(1) DEFAULT 'y';
