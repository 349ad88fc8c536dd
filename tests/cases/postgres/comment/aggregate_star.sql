-- current
CREATE AGGREGATE n(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');

-- desired
CREATE AGGREGATE n(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
COMMENT ON AGGREGATE n(*) IS 'count';

-- plan
COMMENT ON AGGREGATE n(*) IS 'count';
