-- current


-- desired
CREATE SCHEMA ext;
CREATE EXTENSION hstore WITH SCHEMA ext;
CREATE TABLE t (h ext.hstore);

-- plan
BEGIN;

CREATE SCHEMA ext;

CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA ext;

CREATE TABLE t (
    h ext.hstore
);

COMMIT;
