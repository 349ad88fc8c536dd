-- current
CREATE TABLE t (id int PRIMARY KEY, code varchar(10));
CREATE PUBLICATION pub FOR TABLE t (id, code) WHERE (id > 0);
-- desired
CREATE TABLE t (id int PRIMARY KEY, code text);
CREATE PUBLICATION pub FOR TABLE t (id, code) WHERE (id > 0);

-- needs
version 15

-- plan
BEGIN;

DROP PUBLICATION pub;

ALTER TABLE t ALTER COLUMN code TYPE text;

CREATE PUBLICATION pub FOR TABLE t (id, code) WHERE (id > 0);

COMMIT;
