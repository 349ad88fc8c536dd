-- current
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$BEGIN END$$;

-- desired

-- plan
-- careful: the definition of function p(integer) is lost if it is nowhere else
DROP PROCEDURE p(integer);
