-- What is left of ALL holds MAINTAIN where that is known (PostgreSQL 17): a text says so without knowing the server, which `inspect` of
-- a database does know.
-- current
CREATE TABLE t (a integer, b text);
GRANT ALL ON t TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
GRANT ALL ON t TO role_a;
REVOKE DELETE, TRUNCATE ON t FROM role_a;

-- allow
inspect

-- plan
REVOKE DELETE, TRUNCATE ON TABLE t FROM role_a;
