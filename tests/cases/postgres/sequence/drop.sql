-- current
CREATE SEQUENCE s;

-- desired


-- plan
