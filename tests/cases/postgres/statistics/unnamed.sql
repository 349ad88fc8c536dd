-- current
CREATE TABLE t (a integer, b integer, c text);

-- desired
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS ON a, b FROM t;

-- needs
version 16

-- plan
CREATE STATISTICS t_a_b_stat ON a, b FROM t;
