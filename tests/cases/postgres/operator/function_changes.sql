-- current
CREATE FUNCTION same(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower(a) = lower(b)';
CREATE FUNCTION other(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower(a) <> lower(b)';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = same);

-- desired
CREATE FUNCTION same(x text, y text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower(x) = lower(y)';
CREATE FUNCTION other(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower(a) <> lower(b)';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = same);

-- plan
BEGIN;

DROP OPERATOR ===(text, text);

DROP FUNCTION same(text, text);

CREATE FUNCTION same(x text, y text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT lower(x) = lower(y)$$;

CREATE OPERATOR === (FUNCTION = same, LEFTARG = text, RIGHTARG = text);

COMMIT;
