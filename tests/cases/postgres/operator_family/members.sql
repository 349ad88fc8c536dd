-- current
CREATE OPERATOR FAMILY fam USING btree;

-- desired
CREATE OPERATOR FAMILY fam USING btree;
ALTER OPERATOR FAMILY fam USING btree ADD
    OPERATOR 1 < (integer, bigint),
    FUNCTION 1 btint48cmp(integer, bigint);

-- plan
ALTER OPERATOR FAMILY fam USING btree ADD
    OPERATOR 1 < (integer, bigint),
    FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
