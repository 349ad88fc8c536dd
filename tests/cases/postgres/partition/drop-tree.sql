-- current
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX ON p (v);
CREATE TABLE q (a int);

-- desired
CREATE TABLE q (a int);

-- plan
-- destroys data: all rows of table p; all rows of table p1; all rows of table p2
DROP TABLE p;
