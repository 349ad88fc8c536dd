-- current
CREATE EXTENSION hstore;
CREATE EXTENSION citext;
COMMENT ON EXTENSION citext IS 'mine';
CREATE EXTENSION pg_trgm;
-- desired
CREATE EXTENSION hstore;
COMMENT ON EXTENSION hstore IS 'keys and values';
CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

-- plan
BEGIN;

COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

COMMENT ON EXTENSION hstore IS 'keys and values';

COMMIT;
