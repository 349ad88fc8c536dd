-- current
CREATE TABLE t (id int PRIMARY KEY, v timestamp DEFAULT now());

-- desired
CREATE TABLE t (id int PRIMARY KEY, v timestamptz DEFAULT now());

-- rows
INSERT INTO t VALUES (1, now()), (2, now());

-- plan
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN v DROP DEFAULT,
    ALTER COLUMN v TYPE timestamp with time zone,
    ALTER COLUMN v SET DEFAULT now();
