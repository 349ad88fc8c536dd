-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO pg_monitor, pg_read_all_data USING (a > 0) WITH CHECK (b <> '');
COMMENT ON POLICY p ON t IS 'p';

-- needs
version 14

-- plan
BEGIN;

ALTER TABLE t ENABLE ROW LEVEL SECURITY;

CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO pg_monitor, pg_read_all_data USING (a > 0) WITH CHECK (b <> '');

COMMENT ON POLICY p ON t IS 'p';

COMMIT;
