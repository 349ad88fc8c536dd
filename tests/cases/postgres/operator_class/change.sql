-- Before 14, what CREATE OPERATOR CLASS names beyond the obligatory belongs to the class and cannot be added later.
-- current
CREATE OPERATOR CLASS abs_ops FOR TYPE integer USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 btint4cmp(integer, integer);

-- desired
CREATE OPERATOR CLASS abs_ops FOR TYPE integer USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 btint4cmp(integer, integer),
    FUNCTION 2 btint4sortsupport(internal);

-- needs
version 14

-- plan
ALTER OPERATOR FAMILY abs_ops USING btree ADD
    FUNCTION 2 (integer, integer) btint4sortsupport(internal);
