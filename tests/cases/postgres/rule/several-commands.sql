-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE log (x int);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE log (x int);
CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO log VALUES (new.id); DELETE FROM log WHERE x < 0);

-- plan
CREATE RULE r AS
    ON INSERT TO t
    DO ALSO (
        INSERT INTO log VALUES (new.id);
        DELETE FROM log WHERE x < 0
    );
