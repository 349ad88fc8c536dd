-- current


-- desired
CREATE FUNCTION "My f"("A b" int, "select" text) RETURNS int LANGUAGE sql AS $$SELECT "A b"$$;
COMMENT ON FUNCTION "My f"(int, text) IS 'odd names';

-- plan
BEGIN;

CREATE FUNCTION "My f"("A b" integer, "select" text) RETURNS integer
    LANGUAGE sql
    AS $$SELECT "A b"$$;

COMMENT ON FUNCTION "My f"(integer, text) IS 'odd names';

COMMIT;
