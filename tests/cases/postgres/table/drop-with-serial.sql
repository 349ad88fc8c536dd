-- current
CREATE TABLE a (id serial PRIMARY KEY);

-- desired


-- plan
