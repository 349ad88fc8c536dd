-- current


-- desired
CREATE FUNCTION my_row_number() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_row_number';

-- plan
CREATE FUNCTION my_row_number() RETURNS bigint
    LANGUAGE internal WINDOW IMMUTABLE
    AS $$window_row_number$$;
