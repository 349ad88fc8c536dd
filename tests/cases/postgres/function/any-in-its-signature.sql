-- The type `any` has to be quoted.
-- current
CREATE FUNCTION g(VARIADIC "any") RETURNS integer LANGUAGE internal AS 'pg_num_nonnulls';
COMMENT ON FUNCTION g(VARIADIC "any") IS 'how many';
CREATE AGGREGATE h(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
COMMENT ON AGGREGATE h(VARIADIC "any" ORDER BY VARIADIC "any") IS 'rank';
CREATE AGGREGATE a(numeric) (SFUNC = numeric_add, STYPE = numeric);
-- desired
CREATE AGGREGATE h(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = dense_rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
COMMENT ON AGGREGATE h(VARIADIC "any" ORDER BY VARIADIC "any") IS 'rank';
CREATE AGGREGATE a(numeric) (SFUNC = numeric_larger, STYPE = numeric, SORTOP = >);

-- plan
BEGIN;

DROP AGGREGATE a(numeric);

CREATE AGGREGATE public.a(numeric) (
    SFUNC = numeric_larger,
    STYPE = numeric,
    SORTOP = >
);

DROP AGGREGATE h("any");

CREATE AGGREGATE public.h(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = dense_rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);

COMMENT ON AGGREGATE h("any") IS 'rank';

-- careful: the definition of function g(any) is lost if it is nowhere else
DROP FUNCTION g("any");

COMMIT;
