-- The values that become ones of the enum, and the default that stays as it is written, may be the new label.
-- current
CREATE TYPE status AS ENUM ('open', 'gone');
CREATE TABLE t (id integer, c text DEFAULT 'new', d text);
-- rows
INSERT INTO t (id, d) VALUES (1, 'new');
-- desired
CREATE TYPE status AS ENUM ('new', 'open', 'gone');
CREATE TABLE t (id integer, c status DEFAULT 'new', d status);

-- plan
ALTER TYPE status ADD VALUE 'new' BEFORE 'open';

-- careful: fails if a value does not fit public.status
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN c DROP DEFAULT,
    ALTER COLUMN c TYPE status USING c::status,
    ALTER COLUMN c SET DEFAULT 'new',
    ALTER COLUMN d TYPE status USING d::status;
