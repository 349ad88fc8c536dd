-- current
CREATE TABLE p (id integer, v text, CHECK (v <> '')) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
CREATE INDEX ON p (v);
CREATE TABLE base (id integer, nm text);
CREATE TABLE kid (k integer) INHERITS (base);
CREATE INDEX ON kid (nm);
-- rows
INSERT INTO p VALUES (1, 'x');
INSERT INTO kid VALUES (1, 'x', 2);
-- desired
CREATE TABLE p (
    id integer,
    w text, -- @renamed from=v
    CHECK (w <> '')
) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
CREATE INDEX ON p (w);
CREATE TABLE base (
    id integer,
    title text -- @renamed from=nm
);
CREATE TABLE kid (k integer) INHERITS (base);
CREATE INDEX ON kid (title);

-- plan
BEGIN;

ALTER INDEX kid_nm_idx RENAME TO kid_title_idx;

ALTER INDEX p1_v_idx RENAME TO p1_w_idx;

ALTER INDEX p_v_idx RENAME TO p_w_idx;

-- careful: whoever still says nm gets an error
ALTER TABLE base RENAME COLUMN nm TO title;

-- careful: whoever still says v gets an error
ALTER TABLE p RENAME COLUMN v TO w;

ALTER TABLE p RENAME CONSTRAINT p_v_check TO p_w_check;

COMMIT;
