-- current


-- desired
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY, x int REFERENCES a);
CREATE TABLE c (id int PRIMARY KEY, x int REFERENCES b);
ALTER TABLE a ADD FOREIGN KEY (x) REFERENCES c;

-- plan
BEGIN;

CREATE TABLE a (
    id integer PRIMARY KEY,
    x integer
);

CREATE TABLE b (
    id integer PRIMARY KEY,
    x integer REFERENCES a (id)
);

CREATE TABLE c (
    id integer PRIMARY KEY,
    x integer REFERENCES b (id)
);

ALTER TABLE a ADD CONSTRAINT a_x_fkey FOREIGN KEY (x) REFERENCES c (id);

COMMIT;
