-- current

-- desired
CREATE FUNCTION et() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN END$$;
CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION et();

-- plan
BEGIN;

CREATE FUNCTION et() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$BEGIN END$$;

CREATE EVENT TRIGGER e
    ON ddl_command_start
    EXECUTE FUNCTION et();

COMMIT;
