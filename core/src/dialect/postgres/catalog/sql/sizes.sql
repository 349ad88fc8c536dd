-- Estimates: table, rows (-1 unknown), bytes with its indexes and what is stored out of line
SELECT ARRAY[r.oid::text, r.reltuples::bigint::text,
    ((r.relpages + coalesce(t.relpages, 0) + coalesce(i.pages, 0)) * current_setting('block_size')::bigint)::text]
FROM relation r LEFT JOIN pg_class t ON t.oid = r.reltoastrelid
    LEFT JOIN (SELECT indrelid, sum(relpages)::bigint AS pages FROM pg_index JOIN pg_class c ON c.oid = indexrelid GROUP BY indrelid) i
        ON i.indrelid = r.oid
WHERE r.relkind IN ('r', 'm')
    AND (r.reltuples >= 0 OR r.relpages > 0) --@14
    AND (r.reltuples > 0 OR r.relpages > 0) --@<14
