-- current


-- desired
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$BEGIN END$$;

-- plan
CREATE PROCEDURE p(a integer)
    LANGUAGE plpgsql
    AS $$BEGIN END$$;
