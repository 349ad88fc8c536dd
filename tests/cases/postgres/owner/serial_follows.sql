-- current
CREATE TABLE t (a serial);
ALTER TABLE t OWNER TO role_a;

-- desired
CREATE TABLE t (a serial);
ALTER TABLE t OWNER TO role_b;

-- plan
ALTER TABLE t OWNER TO role_b;
