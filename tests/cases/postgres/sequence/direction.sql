-- current
CREATE SEQUENCE s;

-- desired
CREATE SEQUENCE s INCREMENT -1;

-- plan
-- destroys data: the current value of sequence s
-- careful: fails if the sequence's value lies outside the new bounds
ALTER SEQUENCE s INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE -1 START WITH -1 RESTART;
