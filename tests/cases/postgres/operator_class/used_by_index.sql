-- current
CREATE TABLE t (a integer);

-- desired
CREATE OPERATOR CLASS abs_ops FOR TYPE integer USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 btint4cmp(integer, integer);
CREATE TABLE t (a integer);
CREATE INDEX i ON t (a abs_ops);

-- plan
BEGIN;

CREATE OPERATOR FAMILY abs_ops USING btree;

CREATE OPERATOR CLASS abs_ops
    FOR TYPE integer USING btree FAMILY abs_ops AS
    OPERATOR 1 < (integer, integer),
    OPERATOR 2 <= (integer, integer),
    OPERATOR 3 = (integer, integer),
    OPERATOR 4 >= (integer, integer),
    OPERATOR 5 > (integer, integer),
    FUNCTION 1 (integer, integer) btint4cmp(integer, integer);

CREATE INDEX i ON t (a abs_ops);

COMMIT;
