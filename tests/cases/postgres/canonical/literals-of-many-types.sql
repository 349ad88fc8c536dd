-- current
CREATE TABLE t (id int);
-- desired
CREATE TABLE t (
    id int,
    j jsonb DEFAULT '{"b":1, "a": [1,2.50, 1e3, -0], "cc": {"x\u00e9": null}}',
    i inet DEFAULT '2001:DB8:0:0:0:0:0:1/64',
    h inet DEFAULT '::1/128',
    y interval DEFAULT '3-2',
    d interval DEFAULT '1 12:30:00',
    m interval year to month DEFAULT interval '1-6' year to month
);

-- plan
ALTER TABLE t
    ADD COLUMN j jsonb DEFAULT '{"b":1, "a": [1,2.50, 1e3, -0], "cc": {"x\u00e9": null}}',
    ADD COLUMN i inet DEFAULT '2001:DB8:0:0:0:0:0:1/64',
    ADD COLUMN h inet DEFAULT '::1/128',
    ADD COLUMN y interval DEFAULT '3-2',
    ADD COLUMN d interval DEFAULT '1 12:30:00',
    ADD COLUMN m interval year to month DEFAULT interval '1-6' year to month;
