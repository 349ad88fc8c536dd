-- current

-- desired
CREATE FUNCTION my_handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE mine HANDLER my_handler;
COMMENT ON LANGUAGE mine IS 'mine';

-- plan
BEGIN;

CREATE FUNCTION my_handler() RETURNS language_handler
    LANGUAGE c
    AS '$libdir/plpgsql', 'plpgsql_call_handler';

CREATE TRUSTED LANGUAGE mine HANDLER my_handler;

COMMENT ON LANGUAGE mine IS 'mine';

COMMIT;
