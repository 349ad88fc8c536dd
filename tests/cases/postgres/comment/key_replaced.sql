-- current
CREATE TABLE t (a integer, b integer, CONSTRAINT k PRIMARY KEY (a));
COMMENT ON INDEX k IS 'index';
COMMENT ON CONSTRAINT k ON t IS 'key';

-- desired
CREATE TABLE t (a integer, b integer, CONSTRAINT k PRIMARY KEY (b));
COMMENT ON INDEX k IS 'index';
COMMENT ON CONSTRAINT k ON t IS 'key';

-- plan
BEGIN;

-- careful: fails if rows of table t are NULL or equal in the key
ALTER TABLE t
    DROP CONSTRAINT k,
    ADD CONSTRAINT k PRIMARY KEY (b),
    ALTER COLUMN a DROP NOT NULL;

COMMENT ON INDEX k IS 'index';

COMMENT ON CONSTRAINT k ON t IS 'key';

COMMIT;
