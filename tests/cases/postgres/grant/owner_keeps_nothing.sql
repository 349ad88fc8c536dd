-- current
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;
REVOKE ALL ON t FROM role_a;
GRANT SELECT ON t TO role_a;

-- options
manage all

-- plan
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE t FROM role_a;
