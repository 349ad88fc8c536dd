-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
-- What only some roles may read is read as a query in a query, so that the rest is read by all.
SELECT ARRAY['pg_subscription', s.oid::text, format('SUBSCRIPTION %I', subname), pg_get_userbyid(subowner)::text, NULL,
    format('CREATE SUBSCRIPTION %I CONNECTION %L PUBLICATION %s WITH (connect = false', subname,
        CASE WHEN has_column_privilege('pg_subscription', 'subconninfo', 'SELECT')
            THEN convert_from(decode(substring(query_to_xml(format('SELECT encode(convert_to(subconninfo, ''UTF8''), ''hex'') AS c
                FROM pg_subscription WHERE oid = %s', s.oid), true, true, '')::text FROM '<c>([0-9a-f]*)</c>'), 'hex'), 'UTF8')
            ELSE '' END,
        (SELECT string_agg(quote_ident(name), ', ' ORDER BY number)
            FROM unnest(subpublications) WITH ORDINALITY AS p (name, number)))
    || ', slot_name = ' || coalesce(quote_literal(subslotname), 'NONE')
    || CASE WHEN subbinary THEN ', binary = true' ELSE '' END --@14
    || CASE substream WHEN 't' THEN ', streaming = on' WHEN 'p' THEN ', streaming = parallel' --@16
        ELSE ', streaming = off' --@18
        ELSE '' --@16 --@<18
        END --@16
    || CASE WHEN substream THEN ', streaming = on' ELSE '' END --@14 --@<16
    || CASE WHEN subtwophasestate <> 'd' THEN ', two_phase = on' ELSE '' END --@15
    || CASE WHEN subdisableonerr THEN ', disable_on_error = true' ELSE '' END --@15
    || CASE WHEN NOT subpasswordrequired THEN ', password_required = false' ELSE '' END --@16
    || CASE WHEN subrunasowner THEN ', run_as_owner = true' ELSE '' END --@16
    || CASE WHEN suborigin <> 'any' THEN ', origin = ' || suborigin ELSE '' END --@16
    || CASE WHEN subfailover THEN ', failover = true' ELSE '' END --@17
    || CASE WHEN subsynccommit <> 'off' THEN ', synchronous_commit = ' || quote_literal(subsynccommit) ELSE '' END || ')']
FROM pg_subscription s WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
