-- current
CREATE TABLE t (id int);
ALTER TABLE t RENAME TO t2;
ALTER TABLE t2 RENAME COLUMN id TO pk;
-- rows
INSERT INTO t2 VALUES (5);
-- desired
CREATE TABLE t (id int);
ALTER TABLE t RENAME TO t2;
ALTER TABLE t2 RENAME COLUMN id TO pk;
ALTER TABLE t2 RENAME COLUMN pk TO key;
ALTER TABLE t2 ADD PRIMARY KEY (key);

-- plan
BEGIN;

-- careful: whoever still says pk gets an error
ALTER TABLE t2 RENAME COLUMN pk TO key;

-- careful: fails if rows of table t2 are NULL or equal in the key
ALTER TABLE t2 ADD CONSTRAINT t2_pkey PRIMARY KEY (key);

COMMIT;
