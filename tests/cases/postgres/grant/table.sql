-- current
CREATE TABLE t (a integer, b text);

-- desired
CREATE TABLE t (a integer, b text);
GRANT SELECT, INSERT ON t TO role_a;

-- options
manage all

-- plan
GRANT SELECT, INSERT ON TABLE t TO role_a;
