-- An index and a key that a partitioned partition has when its parent gets the same have their shares already.
-- current
CREATE TABLE p (kind text NOT NULL, n integer NOT NULL) PARTITION BY LIST (kind);
-- desired
CREATE TABLE p (kind text NOT NULL, n integer NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE p_b (kind text NOT NULL, n integer NOT NULL, CONSTRAINT p_b_own_key UNIQUE (n, kind)) PARTITION BY HASH (n);
CREATE INDEX p_b_own ON p_b (kind, n);
ALTER TABLE p ATTACH PARTITION p_b FOR VALUES IN ('b', 'B');
CREATE TABLE p_b_0 PARTITION OF p_b FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE INDEX ON p (kind, n);
ALTER TABLE p ADD UNIQUE (n, kind);

-- plan
BEGIN;

-- careful: fails if rows of table p are equal in the key
ALTER TABLE p ADD CONSTRAINT p_n_kind_key UNIQUE (n, kind);

CREATE INDEX p_kind_n_idx ON p (kind, n);

CREATE TABLE p_b (
    kind text NOT NULL,
    n integer NOT NULL,
    CONSTRAINT p_b_own_key UNIQUE (n, kind)
) PARTITION BY HASH (n);

CREATE INDEX p_b_own ON p_b (kind, n);

CREATE TABLE p_b_0 PARTITION OF p_b FOR VALUES WITH (modulus 2, remainder 0);

ALTER TABLE p ATTACH PARTITION p_b FOR VALUES IN ('b', 'B');

COMMIT;
