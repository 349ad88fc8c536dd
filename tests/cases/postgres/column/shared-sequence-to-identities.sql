-- One sequence that numbers two tables hands on to neither: each goes on from its own rows.
-- current
CREATE SEQUENCE s;
CREATE TABLE a (id bigint DEFAULT nextval('s') PRIMARY KEY);
CREATE TABLE b (id bigint DEFAULT nextval('s') PRIMARY KEY);
-- rows
INSERT INTO a DEFAULT VALUES; INSERT INTO b DEFAULT VALUES;
-- desired
CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
