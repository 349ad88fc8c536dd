-- current
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_b;

-- plan
ALTER TABLE t OWNER TO role_b;
