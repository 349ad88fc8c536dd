-- current
CREATE TABLE gone (id int);
-- desired
CREATE AGGREGATE total (BASETYPE = int, SFUNC = int4pl, STYPE = int, INITCOND = 0);

-- plan
BEGIN;

CREATE AGGREGATE public.total(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);

-- destroys data: all rows of table gone
DROP TABLE gone;

COMMIT;
