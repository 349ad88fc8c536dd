-- current

-- desired
CREATE SUBSCRIPTION s CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false, slot_name = 's');

-- plan
-- careful: it is made without connecting: its slot has to be made on the publisher, then ENABLE it
CREATE SUBSCRIPTION s CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false);
