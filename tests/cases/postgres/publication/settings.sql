-- current
CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE TABLE u (a integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t;

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE TABLE u (a integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t WITH (publish = 'delete,insert', publish_via_partition_root = true);

-- plan
ALTER PUBLICATION p SET (publish = 'insert, delete', publish_via_partition_root = true);
