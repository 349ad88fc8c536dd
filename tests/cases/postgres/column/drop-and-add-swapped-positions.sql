-- current
CREATE TABLE t (a int, b text, c date);

-- desired
CREATE TABLE t (c date, d int, b text);

-- plan
