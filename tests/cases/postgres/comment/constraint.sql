-- current
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
COMMENT ON CONSTRAINT b_short ON t IS 'short';
COMMENT ON CONSTRAINT t_pkey ON t IS 'key';

-- plan
BEGIN;

COMMENT ON CONSTRAINT b_short ON t IS 'short';

COMMENT ON CONSTRAINT t_pkey ON t IS 'key';

COMMIT;
