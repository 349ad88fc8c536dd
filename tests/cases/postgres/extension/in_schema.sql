-- current

-- desired
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE TABLE t (a ext.hstore);

-- needs
extension hstore

-- plan
BEGIN;

CREATE SCHEMA ext;

CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA ext;

CREATE TABLE t (
    a ext.hstore
);

COMMIT;
