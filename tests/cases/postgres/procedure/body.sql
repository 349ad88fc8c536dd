-- current
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$BEGIN END$$;

-- desired
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$BEGIN NULL; END$$;

-- plan
CREATE OR REPLACE PROCEDURE p(a integer)
    LANGUAGE plpgsql
    AS $$BEGIN NULL; END$$;
