-- current
CREATE SEQUENCE s;

-- desired
CREATE UNLOGGED SEQUENCE s;

-- needs
version 15

-- plan
ALTER SEQUENCE s SET UNLOGGED;
