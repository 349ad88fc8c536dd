-- current
CREATE SEQUENCE s;

-- desired
CREATE SEQUENCE s;
GRANT USAGE, SELECT ON SEQUENCE s TO role_a;

-- options
manage all

-- plan
GRANT SELECT, USAGE ON SEQUENCE s TO role_a;
