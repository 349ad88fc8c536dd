-- current
CREATE SEQUENCE s;

-- desired
CREATE SEQUENCE s;
COMMENT ON SEQUENCE s IS 'numbers';

-- plan
COMMENT ON SEQUENCE s IS 'numbers';
