-- current
CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE TABLE u (a integer PRIMARY KEY);

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE TABLE u (a integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t (a), u WHERE (a > 10) WITH (publish = 'insert, update');
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root);
CREATE PUBLICATION nothing;

-- needs
version 15

-- plan
BEGIN;

CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root = true);

CREATE PUBLICATION nothing;

CREATE PUBLICATION p FOR TABLE t (a), u WHERE (a > 10) WITH (publish = 'insert, update');

COMMIT;
