-- current
CREATE VIEW v AS SELECT 1 AS a;

-- desired
CREATE VIEW v AS SELECT 1 AS a;
COMMENT ON VIEW v IS 'one';
COMMENT ON COLUMN v.a IS 'the one';

-- plan
BEGIN;

COMMENT ON COLUMN v.a IS 'the one';

COMMENT ON VIEW v IS 'one';

COMMIT;
