-- current
CREATE TABLE src (id int PRIMARY KEY, a int DEFAULT 3 CHECK (a > 0), b int NOT NULL, c int GENERATED ALWAYS AS (a + b) STORED, d text COMPRESSION pglz);
CREATE STATISTICS src_st (ndistinct) ON a, b FROM src;
COMMENT ON STATISTICS src_st IS 'st';
CREATE UNIQUE INDEX src_ab ON src (a, b) WHERE a > 3;
CREATE INDEX ON src ((a + b));
COMMENT ON COLUMN src.a IS 'col';
COMMENT ON INDEX src_ab IS 'ix';
COMMENT ON CONSTRAINT src_a_check ON src IS 'ck';
ALTER TABLE src ALTER d SET STORAGE external;
-- desired
CREATE TABLE src (id int PRIMARY KEY, a int DEFAULT 3 CHECK (a > 0), b int NOT NULL, c int GENERATED ALWAYS AS (a + b) STORED, d text COMPRESSION pglz);
CREATE STATISTICS src_st (ndistinct) ON a, b FROM src;
CREATE STATISTICS src_stt ON a, c FROM src;
COMMENT ON STATISTICS src_st IS 'st';
CREATE UNIQUE INDEX src_ab ON src (a, b) WHERE a > 3;
CREATE INDEX ON src ((a + b));
COMMENT ON COLUMN src.a IS 'col';
COMMENT ON INDEX src_ab IS 'ix';
COMMENT ON CONSTRAINT src_a_check ON src IS 'ck';
ALTER TABLE src ALTER d SET STORAGE external;
CREATE TABLE l1 (LIKE src INCLUDING STATISTICS);
CREATE TABLE l2 (LIKE src INCLUDING ALL);
CREATE TABLE l3 (LIKE src INCLUDING ALL EXCLUDING STATISTICS EXCLUDING INDEXES);
CREATE TABLE l4 (x int, LIKE src INCLUDING INDEXES INCLUDING COMMENTS INCLUDING STATISTICS, y int);

-- needs
version 14

-- plan
BEGIN;

CREATE TABLE l1 (
    id integer NOT NULL,
    a integer,
    b integer NOT NULL,
    c integer,
    d text
);

CREATE STATISTICS l1_a_b_stat (ndistinct) ON a, b FROM l1;

CREATE STATISTICS l1_a_c_stat ON a, c FROM l1;

CREATE TABLE l2 (
    id integer PRIMARY KEY,
    a integer DEFAULT 3,
    b integer NOT NULL,
    c integer GENERATED ALWAYS AS (a + b) STORED,
    d text COMPRESSION pglz,
    CONSTRAINT src_a_check CHECK (a > 0)
);

ALTER TABLE l2 ALTER COLUMN d SET STORAGE EXTERNAL;

COMMENT ON COLUMN l2.a IS 'col';

COMMENT ON CONSTRAINT src_a_check ON l2 IS 'ck';

CREATE UNIQUE INDEX l2_a_b_idx ON l2 (a, b) WHERE a > 3;

CREATE INDEX l2_expr_idx ON l2 ((a + b));

COMMENT ON INDEX l2_a_b_idx IS 'ix';

CREATE STATISTICS l2_a_b_stat (ndistinct) ON a, b FROM l2;

COMMENT ON STATISTICS l2_a_b_stat IS 'st';

CREATE STATISTICS l2_a_c_stat ON a, c FROM l2;

CREATE TABLE l3 (
    id integer NOT NULL,
    a integer DEFAULT 3,
    b integer NOT NULL,
    c integer GENERATED ALWAYS AS (a + b) STORED,
    d text COMPRESSION pglz,
    CONSTRAINT src_a_check CHECK (a > 0)
);

ALTER TABLE l3 ALTER COLUMN d SET STORAGE EXTERNAL;

COMMENT ON COLUMN l3.a IS 'col';

COMMENT ON CONSTRAINT src_a_check ON l3 IS 'ck';

CREATE TABLE l4 (
    x integer,
    id integer PRIMARY KEY,
    a integer,
    b integer NOT NULL,
    c integer,
    d text,
    y integer
);

COMMENT ON COLUMN l4.a IS 'col';

CREATE UNIQUE INDEX l4_a_b_idx ON l4 (a, b) WHERE a > 3;

CREATE INDEX l4_expr_idx ON l4 ((a + b));

COMMENT ON INDEX l4_a_b_idx IS 'ix';

CREATE STATISTICS l4_a_b_stat (ndistinct) ON a, b FROM l4;

COMMENT ON STATISTICS l4_a_b_stat IS 'st';

CREATE STATISTICS l4_a_c_stat ON a, c FROM l4;

CREATE STATISTICS src_stt ON a, c FROM src;

COMMIT;
