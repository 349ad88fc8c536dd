-- current
CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE ft (a integer, b text DEFAULT 'x') SERVER s OPTIONS (table_name 't');
COMMENT ON FOREIGN TABLE ft IS 'far away';
CREATE VIEW v AS SELECT a FROM ft;
-- desired
CREATE EXTENSION postgres_fdw;
CREATE SERVER s2 FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE ft (a integer, b text DEFAULT 'x') SERVER s2 OPTIONS (table_name 't');
COMMENT ON FOREIGN TABLE ft IS 'far away';
CREATE VIEW v AS SELECT a FROM ft;

-- plan
BEGIN;

CREATE SERVER s2 FOREIGN DATA WRAPPER postgres_fdw;

DROP VIEW v;

DROP FOREIGN TABLE ft;

DROP SERVER s;

CREATE FOREIGN TABLE ft (
    a integer,
    b text DEFAULT 'x'
) SERVER s2 OPTIONS (table_name 't');

COMMENT ON FOREIGN TABLE ft IS 'far away';

CREATE VIEW v AS
SELECT a FROM ft;

COMMIT;
