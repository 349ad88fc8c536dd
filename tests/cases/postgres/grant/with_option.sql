-- current
CREATE TABLE t (a integer, b text);
GRANT SELECT, INSERT ON t TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO role_a WITH GRANT OPTION;
GRANT INSERT ON t TO role_a;

-- plan
GRANT SELECT ON TABLE t TO role_a WITH GRANT OPTION;
