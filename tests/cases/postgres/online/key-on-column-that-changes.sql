-- The new key could only be built after the column has changed, and the old one has to go before: so all of it is one
-- transaction.
-- options
online
-- current
CREATE TABLE t (id integer PRIMARY KEY, code varchar(10), CONSTRAINT t_code UNIQUE (code));
-- rows
INSERT INTO t VALUES (1, 'a');
-- desired
CREATE TABLE t (id integer PRIMARY KEY, code varchar(20), CONSTRAINT t_code UNIQUE (code, id));

-- plan
-- careful: fails if rows of table t are equal in the key
ALTER TABLE t
    DROP CONSTRAINT t_code,
    ALTER COLUMN code TYPE character varying(20),
    ADD CONSTRAINT t_code UNIQUE (code, id);
