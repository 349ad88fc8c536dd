//! Pairs of schemas in which there is much of one thing, for measuring: what each thing costs must not grow with how many
//! there are.

use super::sized;

/// A pair of schemas of any size.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What there is much of.
    pub name: &'static str,
    /// How much of it is measured.
    pub size: usize,
    /// The current schema and the desired one with so much of it.
    pub make: fn(usize) -> (String, String),
}

/// All shapes.
pub const SHAPES: &[Shape] = &[
    Shape { name: "new tables", size: 10_000, make: |n| (String::new(), sized(n)) },
    Shape { name: "tables, a tenth changed", size: 10_000, make: changed },
    Shape { name: "partitions dropped", size: 5_000, make: partitions },
    Shape { name: "tables renamed by ALTER", size: 5_000, make: renamed },
    Shape { name: "tables declared renamed", size: 5_000, make: declared },
    Shape { name: "views in a chain", size: 1_000, make: chain },
    Shape { name: "columns of one table", size: 1_500, make: columns },
    Shape { name: "labels of an enum", size: 5_000, make: labels },
    Shape { name: "labels renamed by ALTER", size: 5_000, make: relabelled },
    Shape { name: "columns added by ALTER", size: 1_500, make: added },
    Shape { name: "checks without names", size: 2_000, make: checks },
    Shape { name: "tables to another schema", size: 2_000, make: moved },
    Shape { name: "LIKE in the wrong order", size: 1_000, make: backwards },
    Shape { name: "grants", size: 5_000, make: grants },
    Shape { name: "functions", size: 3_000, make: functions },
    Shape { name: "elements of an IN list", size: 1_000_000, make: list },
    Shape { name: "objects made twice", size: 10_000, make: twice },
];

fn repeat(count: usize, write: impl Fn(usize) -> String) -> String {
    (0..count).map(write).collect()
}

fn changed(count: usize) -> (String, String) {
    let current = sized(count);
    let mut desired = String::new();
    for (at, table) in current.split_inclusive("CREATE TABLE").enumerate() {
        match at % 10 {
            1 => desired += &table.replace("DEFAULT 0", "DEFAULT 1"),
            _ => desired += table,
        }
    }
    (current, desired)
}

fn partitions(count: usize) -> (String, String) {
    let parent = "CREATE TABLE event (id bigint, day integer NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);\n\
                  CREATE INDEX event_id_idx ON event (id);\n";
    let parts = repeat(count, |n| {
        format!("CREATE TABLE event_{n} PARTITION OF event FOR VALUES FROM ({n}) TO ({});\n", n + 1)
    });
    (format!("{parent}{parts}"), parent.to_owned())
}

fn small(prefix: &str, n: usize) -> String {
    format!(
        "CREATE TABLE {prefix}_{n} (id integer PRIMARY KEY, note text DEFAULT 'none' CHECK (note <> ''));\n"
    )
}

fn renamed(count: usize) -> (String, String) {
    let tables = repeat(count, |n| small("old", n));
    let desired = tables.clone() + &repeat(count, |n| format!("ALTER TABLE old_{n} RENAME TO new_{n};\n"));
    (tables, desired)
}

fn declared(count: usize) -> (String, String) {
    let desired = repeat(count, |n| format!("-- @renamed from=old_{n}\n{}", small("new", n)));
    (repeat(count, |n| small("old", n)), desired)
}

fn chain(count: usize) -> (String, String) {
    let current = "CREATE TABLE t (a integer, b text);\nCREATE VIEW v_0 AS SELECT * FROM t;\n".to_owned()
        + &repeat(count, |n| format!("CREATE VIEW v_{} AS SELECT * FROM v_{n};\n", n + 1));
    let desired = current.replace("a integer", "a bigint");
    (current, desired)
}

fn columns(count: usize) -> (String, String) {
    let make = |default: &str| {
        let columns = repeat(count, |n| format!("    c_{n} integer DEFAULT {default} CHECK (c_{n} > 0),\n"));
        let comments = repeat(count, |n| format!("COMMENT ON COLUMN t.c_{n} IS 'Column {n}';\n"));
        format!("CREATE TABLE t (\n{columns}    PRIMARY KEY (c_0)\n);\n{comments}")
    };
    (make("1"), make("2"))
}

fn labels(count: usize) -> (String, String) {
    let make = |step: usize| {
        let labels: Vec<String> = (0..count).step_by(step).map(|n| format!("'label {n}'")).collect();
        format!(
            "CREATE TYPE kind AS ENUM ({});\nCREATE TABLE t (kind kind DEFAULT 'label 0');\n",
            labels.join(", ")
        )
    };
    (make(2), make(1))
}

fn relabelled(count: usize) -> (String, String) {
    let labels: Vec<String> = (0..count).map(|n| format!("'old {n}'")).collect();
    let current = format!("CREATE TYPE kind AS ENUM ({});\n", labels.join(", "));
    let renames = repeat(count, |n| format!("ALTER TYPE kind RENAME VALUE 'old {n}' TO 'new {n}';\n"));
    (current.clone(), current + &renames)
}

fn added(count: usize) -> (String, String) {
    let current = "CREATE TABLE t (id integer);\n".to_owned();
    let columns = repeat(count, |n| format!("ALTER TABLE t ADD COLUMN c_{n} integer DEFAULT {n};\n"));
    (current.clone(), current + &columns)
}

fn checks(count: usize) -> (String, String) {
    let make = |more: usize| {
        let checks = repeat(count, |n| format!("ALTER TABLE t ADD CHECK (a > {});\n", n + more));
        format!("CREATE TABLE t (a integer, b integer);\n{checks}")
    };
    (make(0), make(1))
}

fn moved(count: usize) -> (String, String) {
    let tables = "CREATE SCHEMA other;\n".to_owned() + &repeat(count, |n| small("t", n));
    let moves = repeat(count, |n| format!("ALTER TABLE t_{n} SET SCHEMA other;\n"));
    (tables.clone(), tables + &moves)
}

fn backwards(count: usize) -> (String, String) {
    let tables = repeat(count, |n| format!("CREATE TABLE t_{} (LIKE t_{});\n", count - n, count - n - 1));
    (String::new(), tables + "CREATE TABLE t_0 (a integer);\n")
}

fn grants(count: usize) -> (String, String) {
    let tables = repeat(count, |n| format!("CREATE TABLE t_{n} (id integer);\n"));
    let desired = tables.clone() + &repeat(count, |n| format!("GRANT SELECT, INSERT ON t_{n} TO reader;\n"));
    (tables, desired)
}

fn functions(count: usize) -> (String, String) {
    let make = |step: &str| {
        repeat(count, |n| {
            let before = n.saturating_sub(1);
            format!(
                "CREATE FUNCTION f_{n}(a integer) RETURNS integer LANGUAGE plpgsql AS $$\n\
                 BEGIN\n    RETURN f_{before}(a) + {step};\nEND $$;\n"
            )
        })
    };
    (make("1"), make("2"))
}

fn list(count: usize) -> (String, String) {
    let make = |first: usize| {
        let numbers: Vec<String> = (first..first + count).map(|n| n.to_string()).collect();
        format!("CREATE TABLE t (a integer CHECK (a IN ({})));\n", numbers.join(", "))
    };
    (make(0), make(1))
}

fn twice(count: usize) -> (String, String) {
    let tables = repeat(count, |n| small("t", n));
    (String::new(), tables.clone() + &tables)
}
