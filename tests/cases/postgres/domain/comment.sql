-- current
CREATE DOMAIN d AS int;

-- desired
CREATE DOMAIN d AS int;
COMMENT ON DOMAIN d IS 'positive';

-- plan
COMMENT ON DOMAIN d IS 'positive';
