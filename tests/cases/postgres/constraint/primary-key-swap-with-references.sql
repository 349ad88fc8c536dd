-- current
CREATE TABLE a (id int PRIMARY KEY, code int NOT NULL UNIQUE);
CREATE TABLE b (a_id int REFERENCES a);

-- desired
CREATE TABLE a (id int NOT NULL UNIQUE, code int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a (id));

-- rows
INSERT INTO a VALUES (1, 10);
INSERT INTO b VALUES (1);

-- plan
BEGIN;

-- careful: fails if rows of table a are equal in the key
ALTER TABLE a
    DROP CONSTRAINT a_code_key,
    ADD CONSTRAINT a_id_key UNIQUE (id);

ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;

-- careful: fails if rows of table a are NULL or equal in the key
ALTER TABLE a
    DROP CONSTRAINT a_pkey,
    ADD CONSTRAINT a_pkey PRIMARY KEY (code);

-- careful: fails if rows of table b refer to nothing
ALTER TABLE b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id);

COMMIT;
