-- Rows go where they belong; which partition holds them is not compared.
-- allow
rows
-- current
CREATE TABLE h (a int, b text) PARTITION BY HASH (a, b);
CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- rows
INSERT INTO h SELECT n, 'x' FROM generate_series(1, 40) AS n;
-- desired
CREATE TABLE h (a int, b text) PARTITION BY HASH (a, b);
CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE h2 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE h3 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 3);

-- plan
BEGIN;

ALTER TABLE h DETACH PARTITION h0;

ALTER TABLE h DETACH PARTITION h1;

CREATE TABLE h2 PARTITION OF h FOR VALUES WITH (modulus 4, remainder 2);

CREATE TABLE h3 PARTITION OF h FOR VALUES WITH (modulus 4, remainder 3);

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM h0 WHERE (satisfies_hash_partition('h'::regclass, 4, 0, a, b)) IS NOT TRUE RETURNING a, b
)
INSERT INTO h (a, b)
SELECT a, b FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE h ATTACH PARTITION h0 FOR VALUES WITH (modulus 4, remainder 0);

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM h1 WHERE (satisfies_hash_partition('h'::regclass, 4, 1, a, b)) IS NOT TRUE RETURNING a, b
)
INSERT INTO h (a, b)
SELECT a, b FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE h ATTACH PARTITION h1 FOR VALUES WITH (modulus 4, remainder 1);

COMMIT;
