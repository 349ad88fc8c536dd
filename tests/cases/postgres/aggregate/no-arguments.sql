-- current


-- desired
CREATE AGGREGATE n(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');

-- plan
CREATE AGGREGATE public.n(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '0'
);
