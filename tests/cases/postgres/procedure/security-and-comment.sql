-- current
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$BEGIN END$$;

-- desired
CREATE PROCEDURE p(a int) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$BEGIN END$$;
COMMENT ON PROCEDURE p(int) IS 'does nothing';

-- plan
BEGIN;

CREATE OR REPLACE PROCEDURE p(a integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO public
    AS $$BEGIN END$$;

COMMENT ON PROCEDURE p(integer) IS 'does nothing';

COMMIT;
