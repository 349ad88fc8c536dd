-- current
CREATE TABLE t (a integer, b text);

-- desired
CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO PUBLIC;

-- options
manage all

-- plan
GRANT SELECT ON TABLE t TO PUBLIC;
