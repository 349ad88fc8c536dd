-- current
CREATE TABLE t (id int, gone bool);
CREATE FUNCTION may(a int) RETURNS bool LANGUAGE sql STABLE AS 'SELECT true';
CREATE POLICY p ON t USING (may(id));
CREATE VIEW v AS SELECT may(id) FROM t;
-- desired
CREATE TABLE t (id int, gone bool);
CREATE FUNCTION may(a int, b text DEFAULT 'x') RETURNS bool LANGUAGE sql STABLE AS 'SELECT true';
CREATE POLICY p ON t USING (NOT gone AND may(id));
CREATE VIEW v AS SELECT may(id) FROM t WHERE NOT gone;

-- plan
BEGIN;

-- careful: rows become visible or invisible to others
DROP POLICY p ON t;

DROP VIEW v;

DROP FUNCTION may(integer);

CREATE FUNCTION may(a integer, b text DEFAULT 'x') RETURNS boolean
    LANGUAGE sql STABLE
    AS $$SELECT true$$;

CREATE VIEW v AS
SELECT may(id) FROM t WHERE NOT gone;

CREATE POLICY p ON t USING (NOT gone AND may(id));

COMMIT;
