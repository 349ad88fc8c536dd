-- current
CREATE SCHEMA ext;
CREATE EXTENSION hstore WITH SCHEMA public;

-- desired
CREATE SCHEMA ext;
CREATE EXTENSION hstore WITH SCHEMA ext;

-- needs
extension hstore

-- plan
ALTER EXTENSION hstore SET SCHEMA ext;
