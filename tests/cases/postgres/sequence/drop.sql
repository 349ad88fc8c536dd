-- current
CREATE SEQUENCE s;

-- desired

-- plan
-- destroys data: the current value of sequence s
DROP SEQUENCE s;
