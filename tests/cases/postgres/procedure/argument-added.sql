-- current
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$BEGIN END$$;

-- desired
CREATE PROCEDURE p(a int, b text) LANGUAGE plpgsql AS $$BEGIN END$$;

-- plan
BEGIN;

DROP PROCEDURE p(integer);

CREATE PROCEDURE p(a integer, b text)
    LANGUAGE plpgsql
    AS $$BEGIN END$$;

COMMIT;
