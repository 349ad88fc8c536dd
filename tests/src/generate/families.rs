//! Tables with parents: children by INHERITS, partitions that come and go, are attached and detached, and have partitions.

use super::table::Table;
use super::{Lots, Script, Statement};

pub(super) fn make(lots: &Lots, tables: &[Table], script: &mut Script) {
    children(lots, tables, script);
    partitioned(lots, script);
}

/// Children of some tables. They keep to their parents: one that has left cannot have its columns from another.
fn children(lots: &Lots, tables: &[Table], script: &mut Script) {
    for (n, parent) in ["public.t1", "app.\"T5\""].into_iter().enumerate() {
        let Some(table) = tables.iter().find(|table| table.key == parent) else { continue };
        let key = format!("child kid{n}");
        if !lots.of(&key).chance(70) {
            continue;
        }
        let mut elements = Vec::new();
        for (name, text) in [
            ("k1", "k1 integer DEFAULT 1"),
            ("k2", "k2 text NOT NULL DEFAULT ''"),
            ("k", "CONSTRAINT kid_ok CHECK (id IS NOT NULL)"),
        ] {
            if lots.of(&format!("{key} {name}")).chance(60) {
                elements.push((name.to_owned(), text.to_owned()));
            }
        }
        // A child with a column of its own at all: `()` is no list of elements here.
        elements.push(("own".into(), "own date".into()));
        script.statements.push(Statement {
            key: key.clone(),
            head: format!("CREATE TABLE public.kid{n}"),
            elements,
            tail: format!(" INHERITS ({})", table.name),
        });
        if lots.of(&format!("{key} index")).chance(40) {
            script.add(format!("{key} index"), format!("CREATE INDEX kid{n}_id ON public.kid{n} (id, own)"));
        }
    }
}

const COLUMNS: &[(&str, &[&str])] = &[
    ("kind", &["text NOT NULL"]),
    ("n", &["integer NOT NULL"]),
    ("v", &["text", "integer", "character varying(20) DEFAULT 'v'", "text DEFAULT 'w' NOT NULL"]),
    ("w", &["date", "timestamp with time zone DEFAULT now()", "text COLLATE \"C\""]),
];

/// A partitioned table whose partitions are made in all ways there are.
fn partitioned(lots: &Lots, script: &mut Script) {
    let mut elements: Vec<(String, String)> = (COLUMNS.iter())
        .map(|(name, types)| {
            let ty = lots.of(&format!("type parts.{name}")).pick(types);
            ((*name).to_owned(), format!("{name} {ty}"))
        })
        .collect();
    if lots.of("check parts").chance(40) {
        elements.push(("check".into(), "CONSTRAINT parts_n CHECK (n > -5)".into()));
    }
    let own = elements.clone();
    let key = lots.of("key parts").pick(&["", "PRIMARY KEY (kind, n)", "UNIQUE (n, kind)"]);
    if !key.is_empty() {
        elements.push(("key".into(), key.into()));
    }
    script.statements.push(Statement {
        key: "table parts".into(),
        head: "CREATE TABLE app.parts".into(),
        elements,
        tail: " PARTITION BY LIST (kind)".into(),
    });
    for label in ["a", "b", "c"] {
        partition(lots, label, &own, script);
    }
    if lots.of("parts default").chance(40) {
        script.add("parts default", "CREATE TABLE app.parts_rest PARTITION OF app.parts DEFAULT");
    }
    for column in ["v", "w", "n"] {
        let key = format!("index parts.{column}");
        if lots.of(&key).chance(50) {
            let name = lots.of(&format!("{key} name")).pick(&["", "parts_by_# "]).replace('#', column);
            script.add(&key, format!("CREATE INDEX {name}ON app.parts ({column}, n)"));
        }
    }
}

fn partition(lots: &Lots, label: &str, own: &[(String, String)], script: &mut Script) {
    let key = format!("partition parts_{label}");
    let bound = format!("FOR VALUES IN ('{label}', '{}')", label.to_uppercase());
    let below = lots.of(&format!("{key} below")).chance(20);
    let tail = if below { " PARTITION BY HASH (n)" } else { "" };
    match lots.of(&key).below(5) {
        0 => return,
        // A table of its own, that may join or have left.
        1 | 2 => {
            script.statements.push(Statement {
                key: key.clone(),
                head: format!("CREATE TABLE app.parts_{label}"),
                elements: own.to_vec(),
                tail: tail.into(),
            });
            let index = format!("{key} index");
            if lots.of(&index).chance(40) {
                script.add(&index, format!("CREATE INDEX parts_{label}_own ON app.parts_{label} (n, v)"));
            }
            if lots.of(&format!("{key} attached")).chance(60) {
                script.add(
                    format!("{key} attached"),
                    format!("ALTER TABLE app.parts ATTACH PARTITION app.parts_{label} {bound}"),
                );
            }
        }
        _ => script.add(&key, format!("CREATE TABLE app.parts_{label} PARTITION OF app.parts {bound}{tail}")),
    }
    if below {
        for n in 0..2 {
            script.add(
                format!("{key} {n}"),
                format!(
                    "CREATE TABLE app.parts_{label}_{n} PARTITION OF app.parts_{label} FOR VALUES WITH (MODULUS 2, REMAINDER {n})"
                ),
            );
        }
    }
}
