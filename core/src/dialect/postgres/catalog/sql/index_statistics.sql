-- index, number of the column (an expression), target
SELECT ARRAY[attrelid::text, attnum::text, attstattarget::text]
FROM pg_index JOIN relation r ON r.oid = indrelid JOIN pg_attribute ON attrelid = indexrelid
WHERE indexprs IS NOT NULL AND attstattarget >= 0
