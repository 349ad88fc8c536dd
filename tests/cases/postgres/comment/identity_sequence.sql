-- current
CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY);

-- desired
CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY);
COMMENT ON SEQUENCE t_a_seq IS 'numbers';

-- plan
COMMENT ON SEQUENCE t_a_seq IS 'numbers';
