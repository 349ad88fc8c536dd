-- current
CREATE TABLE t (a serial);

-- desired
CREATE TABLE t (a serial);
ALTER SEQUENCE t_a_seq INCREMENT 10;

-- plan
ALTER SEQUENCE t_a_seq INCREMENT BY 10;
