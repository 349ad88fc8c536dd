-- A view is its rule _RETURN.
-- current
CREATE TABLE t (id integer, a text);
CREATE VIEW v AS SELECT id, a FROM t;
-- desired
CREATE TABLE t (id integer, a text);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE OR REPLACE RULE "_RETURN" AS ON SELECT TO v DO INSTEAD SELECT id, a FROM t WHERE id > 0;

-- plan
CREATE OR REPLACE VIEW v AS
SELECT id, a FROM t WHERE id > 0;
