-- current

-- desired
CREATE SCHEMA app AUTHORIZATION role_a;

-- options
manage all

-- plan
BEGIN;

CREATE SCHEMA app;

ALTER SCHEMA app OWNER TO role_a;

COMMIT;
