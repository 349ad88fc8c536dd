-- current
CREATE SEQUENCE s;

-- desired
CREATE SEQUENCE s INCREMENT -1;

-- plan
