-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_event_trigger', e.oid::text, format('EVENT TRIGGER %I', evtname), pg_get_userbyid(evtowner)::text, NULL,
    format('CREATE EVENT TRIGGER %I ON %I%s EXECUTE FUNCTION %s()', evtname, evtevent,
        ' WHEN TAG IN (' || (SELECT string_agg(quote_literal(tag), ', ') FROM unnest(evttags) tag) || ')', evtfoid::regproc),
    CASE WHEN evtenabled <> 'O' THEN format('ALTER EVENT TRIGGER %I %s', evtname,
        CASE evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END) END]
FROM pg_event_trigger e
WHERE e.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_event_trigger'::regclass)
