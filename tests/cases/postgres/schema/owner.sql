-- current
CREATE SCHEMA app AUTHORIZATION role_a;

-- desired
CREATE SCHEMA app AUTHORIZATION role_b;

-- options
manage all

-- plan
ALTER SCHEMA app OWNER TO role_b;
