-- current
CREATE TABLE a (id int PRIMARY KEY);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    a_id int NOT NULL REFERENCES a,
    name text DEFAULT 'x',
    CHECK (name <> '')
);

-- plan
CREATE TABLE b (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    a_id integer NOT NULL REFERENCES a (id),
    name text DEFAULT 'x' CHECK (name <> '')
);
