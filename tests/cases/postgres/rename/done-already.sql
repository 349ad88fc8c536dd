-- current
CREATE TABLE new (id int);

-- desired
-- @renamed from=old
CREATE TABLE new (id int);

-- plan
