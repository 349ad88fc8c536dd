-- current
CREATE TABLE t (id serial PRIMARY KEY, a int);

-- desired
CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), a int);

-- plan
