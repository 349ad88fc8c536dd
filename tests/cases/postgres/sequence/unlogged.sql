-- current
CREATE SEQUENCE s;

-- desired
CREATE UNLOGGED SEQUENCE s;

-- plan
