-- current
CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE ft (a integer OPTIONS (column_name 'a'), b text) SERVER s OPTIONS (schema_name 'x', table_name 't');
-- desired
CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE ft (a integer OPTIONS (column_name 'b'), b text OPTIONS (column_name 'c')) SERVER s OPTIONS (table_name 'u', fetch_size '50');

-- plan
ALTER TABLE ft
    OPTIONS (ADD fetch_size '50', SET table_name 'u', DROP schema_name),
    ALTER COLUMN a OPTIONS (SET column_name 'b'),
    ALTER COLUMN b OPTIONS (ADD column_name 'c');
