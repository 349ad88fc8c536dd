-- current
CREATE SCHEMA app;

-- desired
CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO role_a;
GRANT ALL ON SCHEMA app TO role_b;

-- options
manage all

-- plan
BEGIN;

GRANT USAGE ON SCHEMA app TO role_a;

GRANT ALL ON SCHEMA app TO role_b;

COMMIT;
