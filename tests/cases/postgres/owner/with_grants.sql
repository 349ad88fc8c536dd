-- current
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;
GRANT SELECT ON t TO role_b;
GRANT INSERT ON t TO role_c;

-- desired
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_b;
GRANT INSERT ON t TO role_c;

-- options
manage all

-- plan
ALTER TABLE t OWNER TO role_b;
