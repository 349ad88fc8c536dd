-- current
CREATE PROCEDURE p(INOUT a int) LANGUAGE plpgsql AS $$BEGIN END$$;

-- desired
CREATE PROCEDURE p(INOUT a int, INOUT b int) LANGUAGE plpgsql AS $$BEGIN END$$;

-- plan
BEGIN;

DROP PROCEDURE p(integer);

CREATE PROCEDURE p(INOUT a integer, INOUT b integer)
    LANGUAGE plpgsql
    AS $$BEGIN END$$;

COMMIT;
