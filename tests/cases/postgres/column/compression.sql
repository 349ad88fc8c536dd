-- current
CREATE TABLE t (v text);

-- desired
CREATE TABLE t (v text COMPRESSION pglz);

-- needs
version 14

-- plan
ALTER TABLE t ALTER COLUMN v SET COMPRESSION pglz;
