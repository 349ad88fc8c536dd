-- current
CREATE TABLE t (a integer, b text);

-- desired
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;

-- allow
reverse

-- plan
ALTER TABLE t OWNER TO role_a;
