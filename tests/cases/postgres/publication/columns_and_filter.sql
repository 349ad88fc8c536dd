-- current
CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE TABLE u (a integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t, u;

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE TABLE u (a integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t (a, b) WHERE (a < 5), u;

-- needs
version 15

-- plan
ALTER PUBLICATION p SET TABLE t (a, b) WHERE (a < 5), u;
