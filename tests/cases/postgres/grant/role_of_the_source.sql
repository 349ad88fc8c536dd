-- A role is the cluster's: it is made where something is granted to it that nobody had before. The way back leaves it, and
-- `inspect` of a database, which is not the cluster, does not show it.
-- current
CREATE TABLE t (id integer);
-- desired
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'made_here') THEN CREATE ROLE made_here; END IF; END $$;
CREATE TABLE t (id integer);
GRANT SELECT ON t TO made_here;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t TO made_here USING (id > 0);
-- allow
reverse
inspect

-- plan
BEGIN;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'made_here') THEN
        CREATE ROLE made_here;
    END IF;
END
$$;

ALTER TABLE t ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON TABLE t TO made_here;

CREATE POLICY p ON t TO made_here USING (id > 0);

COMMIT;
