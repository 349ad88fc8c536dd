-- What is made inside CREATE SCHEMA ... AUTHORIZATION belongs to whom the schema is made for.
-- current
CREATE TABLE old (id integer);
ALTER TABLE old OWNER TO role_a;
-- desired
CREATE TABLE old (id integer);
ALTER TABLE old OWNER TO role_a;
CREATE SCHEMA x AUTHORIZATION role_b
    CREATE TABLE x1 (id integer)
    CREATE VIEW xv AS SELECT id FROM x1
    GRANT SELECT ON x1 TO role_a;
REASSIGN OWNED BY role_a TO role_c;

-- plan
BEGIN;

CREATE SCHEMA x;

ALTER SCHEMA x OWNER TO role_b;

ALTER TABLE old OWNER TO role_c;

CREATE TABLE x.x1 (
    id integer
);

ALTER TABLE x.x1 OWNER TO role_b;

GRANT SELECT ON TABLE x.x1 TO role_a;

CREATE VIEW x.xv AS
SELECT id FROM x.x1;

ALTER VIEW x.xv OWNER TO role_b;

COMMIT;
