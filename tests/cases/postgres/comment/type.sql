-- current
CREATE TYPE m AS ENUM ('a');
CREATE TYPE c AS (x integer);

-- desired
CREATE TYPE m AS ENUM ('a');
CREATE TYPE c AS (x integer);
COMMENT ON TYPE m IS 'm';
COMMENT ON TYPE c IS 'c';
COMMENT ON COLUMN c.x IS 'x';

-- plan
BEGIN;

COMMENT ON TYPE c IS 'c';

COMMENT ON TYPE m IS 'm';

COMMENT ON COLUMN c.x IS 'x';

COMMIT;
