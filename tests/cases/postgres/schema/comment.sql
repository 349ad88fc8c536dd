-- current
CREATE SCHEMA app;

-- desired
CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'the application';

-- plan
COMMENT ON SCHEMA app IS 'the application';
