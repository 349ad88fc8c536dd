-- current
CREATE TABLE t (a text);
-- desired
CREATE TABLE t (a text);
CREATE FUNCTION th(text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT hashtext(lower($1)) $$;
CREATE FUNCTION teq(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) = lower($2) $$;
CREATE OPERATOR === (FUNCTION = teq, LEFTARG = text, RIGHTARG = text, COMMUTATOR = ===);
CREATE OPERATOR FAMILY fam USING hash;
CREATE OPERATOR CLASS ci_ops FOR TYPE text USING hash FAMILY fam AS OPERATOR 1 ===, FUNCTION 1 th(text);
CREATE INDEX ti ON t USING hash (a ci_ops);
ALTER TABLE t ADD CONSTRAINT tx EXCLUDE USING hash (a ci_ops WITH ===);

-- plan
BEGIN;

CREATE FUNCTION teq(text, text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT lower($1) = lower($2) $$;

CREATE OPERATOR === (FUNCTION = teq, LEFTARG = text, RIGHTARG = text, COMMUTATOR = ===);

CREATE FUNCTION th(text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT hashtext(lower($1)) $$;

CREATE OPERATOR FAMILY fam USING hash;

CREATE OPERATOR CLASS ci_ops
    FOR TYPE text USING hash FAMILY fam AS
    OPERATOR 1 === (text, text),
    FUNCTION 1 (text, text) th(text);

-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t ADD CONSTRAINT tx EXCLUDE USING hash (a ci_ops WITH ===);

CREATE INDEX ti ON t USING hash (a ci_ops);

COMMIT;
