-- current
CREATE TABLE t (a serial);

-- desired
CREATE TABLE t (a serial);
GRANT USAGE ON SEQUENCE t_a_seq TO role_a;

-- options
manage all

-- plan
GRANT USAGE ON SEQUENCE t_a_seq TO role_a;
