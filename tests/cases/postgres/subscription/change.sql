-- current
CREATE SUBSCRIPTION s CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false, slot_name = 's');

-- desired
CREATE SUBSCRIPTION s CONNECTION 'dbname=elsewhere' PUBLICATION p, q WITH (connect = false, slot_name = 'other', binary = true, synchronous_commit = 'on');

-- needs
version 14

-- plan
BEGIN;

ALTER SUBSCRIPTION s CONNECTION 'dbname=elsewhere';

ALTER SUBSCRIPTION s SET PUBLICATION p, q WITH (refresh = false);

ALTER SUBSCRIPTION s SET (binary = true, slot_name = 'other', synchronous_commit = 'on');

COMMIT;
