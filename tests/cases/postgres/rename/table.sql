-- current
CREATE TABLE old (id serial PRIMARY KEY, v int CHECK (v > 0));
CREATE INDEX ON old (v);

-- desired
-- @renamed from=old
CREATE TABLE new (id serial PRIMARY KEY, v int CHECK (v > 0));
CREATE INDEX ON new (v);

-- rows
INSERT INTO old (v) VALUES (1);

-- plan
