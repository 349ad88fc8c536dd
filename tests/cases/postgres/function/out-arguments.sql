-- current
CREATE FUNCTION f(IN a int, OUT b int, OUT c text) LANGUAGE sql AS $$SELECT 1, 'x'$$;

-- desired
CREATE FUNCTION f(IN a int, OUT b int, OUT c text, OUT d date) LANGUAGE sql AS $$SELECT 1, 'x', now()::date$$;

-- plan
BEGIN;

DROP FUNCTION f(integer);

CREATE FUNCTION f(a integer, OUT b integer, OUT c text, OUT d date)
    LANGUAGE sql
    AS $$SELECT 1, 'x', now()::date$$;

COMMIT;
