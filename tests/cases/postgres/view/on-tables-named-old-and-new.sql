-- PostgreSQL gives them aliases, for every rule knows rows of these names.
-- current
CREATE TABLE old (a integer, b text);
CREATE TABLE new (a integer);
CREATE VIEW v AS SELECT old.a, old.b FROM old JOIN new USING (a);
-- desired
CREATE TABLE old (a integer, b text);
CREATE TABLE new (a integer);
CREATE VIEW v AS SELECT old.a, old.b FROM old JOIN new USING (a);
CREATE VIEW w AS SELECT a FROM old WHERE EXISTS (SELECT FROM old WHERE old.b = 'x') UNION ALL SELECT new.a FROM new;

-- plan
CREATE VIEW w AS
SELECT a FROM old WHERE EXISTS (SELECT FROM old WHERE old.b = 'x') UNION ALL SELECT new.a FROM new;
