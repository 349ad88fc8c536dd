-- current
CREATE SEQUENCE s AS int;

-- desired
CREATE SEQUENCE s;

-- plan
ALTER SEQUENCE s AS bigint;
