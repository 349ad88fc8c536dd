-- index, number of the column, target
SELECT ARRAY[attrelid::text, attnum::text, attstattarget::text]
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE attstattarget >= 0 AND relkind IN ('i', 'I') AND attnum > 0
