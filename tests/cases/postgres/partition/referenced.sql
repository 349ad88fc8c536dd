-- current
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE f (id int, at date);

-- desired
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text DEFAULT 'v') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE p ADD PRIMARY KEY (id, at);
CREATE TABLE f (id int, at date, FOREIGN KEY (id, at) REFERENCES p);

-- rows
INSERT INTO p VALUES (1, '2020-05-05', 'a'), (2, '2020-06-06', 'b');

-- plan
BEGIN;

-- careful: fails if rows of table p are NULL or equal in the key
ALTER TABLE p ADD CONSTRAINT p_pkey PRIMARY KEY (id, at);

-- careful: fails if rows of table f refer to nothing
ALTER TABLE f ADD CONSTRAINT f_id_at_fkey FOREIGN KEY (id, at) REFERENCES p (id, at);

COMMIT;
