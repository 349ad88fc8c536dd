-- current
CREATE TABLE p (id int CHECK (id > 0));
CREATE TABLE c (extra int) INHERITS (p);

-- desired
CREATE TABLE p (id bigint CHECK (id > 0));
CREATE TABLE c (extra int) INHERITS (p);

-- rows
INSERT INTO c VALUES (1, 2);

-- plan
