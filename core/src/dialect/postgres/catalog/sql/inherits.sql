-- child, parent; the parents of a child in their order
SELECT ARRAY[inhrelid::text, inhparent::text]
FROM pg_inherits JOIN relation c ON c.oid = inhrelid JOIN relation p ON p.oid = inhparent
ORDER BY inhrelid, inhseqno
