-- current


-- desired
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b;

-- plan
BEGIN;

CREATE TABLE a (
    id integer PRIMARY KEY,
    b_id integer
);

CREATE TABLE b (
    id integer PRIMARY KEY,
    a_id integer REFERENCES a (id)
);

ALTER TABLE a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES b (id);

COMMIT;
