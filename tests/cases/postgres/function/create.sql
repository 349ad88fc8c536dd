-- current


-- desired
CREATE FUNCTION add(a integer, b integer DEFAULT 1, VARIADIC rest integer[] DEFAULT '{}') RETURNS bigint
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 10
    SET search_path = pg_catalog, pg_temp
    SET statement_timeout = '5s'
    AS $$
BEGIN
    RETURN a + b;
END
$$;

-- plan
CREATE FUNCTION add(a integer, b integer DEFAULT 1, VARIADIC rest integer[] DEFAULT '{}') RETURNS bigint
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 10
    SET search_path TO pg_catalog, pg_temp
    SET statement_timeout TO '5s'
    AS $$
BEGIN
    RETURN a + b;
END
$$;
