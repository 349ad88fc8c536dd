-- current
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;
GRANT ALL ON t TO role_a;

-- options
manage all

-- plan
