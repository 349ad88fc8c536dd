-- current


-- desired
CREATE TABLE a (id int PRIMARY KEY, parent int REFERENCES a);

-- plan
CREATE TABLE a (
    id integer PRIMARY KEY,
    parent integer REFERENCES a (id)
);
