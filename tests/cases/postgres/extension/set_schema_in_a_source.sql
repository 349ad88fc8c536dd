-- An extension of which nobody said where it is lies in the usual schema. Where it was moved to, it stays unless somebody
-- says where else: there is no way back.
-- needs
extension hstore
-- current
CREATE SCHEMA e;
CREATE EXTENSION hstore;
CREATE TABLE t (id integer, h hstore);
-- rows
INSERT INTO t VALUES (1, 'a=>1');
-- desired
CREATE SCHEMA e;
CREATE EXTENSION hstore;
CREATE TABLE t (id integer, h hstore);
ALTER EXTENSION hstore SET SCHEMA e;
-- allow
reverse

-- plan
ALTER EXTENSION hstore SET SCHEMA e;
