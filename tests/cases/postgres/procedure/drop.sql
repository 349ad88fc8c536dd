-- current
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$BEGIN END$$;

-- desired

-- plan
DROP PROCEDURE p(integer);
