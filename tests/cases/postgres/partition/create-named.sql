-- current


-- desired
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v');
ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE ONLY p ADD CONSTRAINT p_key PRIMARY KEY (id, at);
ALTER TABLE ONLY p1 ADD CONSTRAINT one_key PRIMARY KEY (id, at);
ALTER INDEX p_key ATTACH PARTITION one_key;
CREATE INDEX by_v ON ONLY p (v);
CREATE INDEX one_by_v ON p1 (v);
ALTER INDEX by_v ATTACH PARTITION one_by_v;

-- plan
BEGIN;

CREATE TABLE p (
    id integer NOT NULL,
    at date NOT NULL,
    v text DEFAULT 'v',
    CONSTRAINT p_key PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

CREATE INDEX by_v ON p (v);

CREATE TABLE p1 (
    id integer NOT NULL,
    at date NOT NULL,
    v text DEFAULT 'v',
    CONSTRAINT one_key PRIMARY KEY (id, at)
);

CREATE INDEX one_by_v ON p1 (v);

ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

COMMIT;
