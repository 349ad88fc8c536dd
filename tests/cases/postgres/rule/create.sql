-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE RULE r AS ON DELETE TO t WHERE old.a > 5 DO INSTEAD NOTHING;
COMMENT ON RULE r ON t IS 'keep';

-- plan
BEGIN;

CREATE RULE r AS
    ON DELETE TO t
    WHERE old.a > 5
    DO INSTEAD NOTHING;

COMMENT ON RULE r ON t IS 'keep';

COMMIT;
