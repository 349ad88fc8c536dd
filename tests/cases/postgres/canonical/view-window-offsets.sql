-- An offset of RANGE is read as what the window's order wants, one of ROWS as a count.
-- needs
version 14
-- current
CREATE TABLE e (id integer, dept text, pay numeric, at timestamptz, on_day date);
-- desired
CREATE TABLE e (id integer, dept text, pay numeric, at timestamptz, on_day date);
CREATE VIEW v AS
SELECT id,
    sum(pay) OVER (PARTITION BY dept ORDER BY at RANGE BETWEEN '1 day' PRECEDING AND '2 hours' FOLLOWING EXCLUDE CURRENT ROW) AS near,
    sum(pay) OVER (ORDER BY on_day RANGE '7 days' PRECEDING) AS week,
    sum(pay) OVER (ORDER BY pay RANGE BETWEEN '2' PRECEDING AND 3 FOLLOWING) AS alike,
    sum(pay) OVER (ORDER BY id ROWS BETWEEN '1' PRECEDING AND UNBOUNDED FOLLOWING) AS rest,
    COLLATION FOR (dept) AS sorts
FROM e;

-- plan
CREATE VIEW v AS
SELECT id,
    sum(pay) OVER (PARTITION BY dept ORDER BY at RANGE BETWEEN '1 day' PRECEDING AND '2 hours' FOLLOWING EXCLUDE CURRENT ROW) AS near,
    sum(pay) OVER (ORDER BY on_day RANGE '7 days' PRECEDING) AS week,
    sum(pay) OVER (ORDER BY pay RANGE BETWEEN '2' PRECEDING AND 3 FOLLOWING) AS alike,
    sum(pay) OVER (ORDER BY id ROWS BETWEEN '1' PRECEDING AND UNBOUNDED FOLLOWING) AS rest,
    COLLATION FOR (dept) AS sorts
FROM e;
