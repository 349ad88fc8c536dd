-- current
CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY);

-- desired
CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY);
GRANT SELECT ON SEQUENCE t_a_seq TO role_a;

-- options
manage all

-- plan
GRANT SELECT ON SEQUENCE t_a_seq TO role_a;
