-- current


-- desired
CREATE SCHEMA ext;
CREATE EXTENSION hstore WITH SCHEMA ext;
CREATE TABLE t (h ext.hstore);

-- plan
