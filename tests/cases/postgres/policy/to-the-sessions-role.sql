-- Whom CURRENT_USER means, the server says who is asked. Neither a text nor a dump says it: so `inspect` of the text keeps the
-- word, and a dump (second) has another.
-- current
CREATE TABLE t (id integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t TO CURRENT_USER USING (id > 1);
-- rows
INSERT INTO t VALUES (1);
-- desired
CREATE TABLE t (id integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t TO CURRENT_USER, role_a USING (id > 1);
CREATE POLICY q ON t TO SESSION_USER USING (id > 2);
-- allow
inspect
second

-- plan
BEGIN;

-- careful: rows become visible or invisible to others
ALTER POLICY p ON t TO CURRENT_USER, role_a;

CREATE POLICY q ON t TO SESSION_USER USING (id > 2);

COMMIT;
