//! Real schemas on a live database: made from nothing, checked, written to files and checked against those, changed in many
//! places and changed back.

use crate::oracle_live::tool;
use crate::realworld::Real;
use crate::server::{Database, server};
use crate::tool::Folder;
use schemasync_core::model::{Kind, Object};
use schemasync_core::source::Source;
use std::fmt::Write;

/// What is wrong with a schema, a paragraph each; the first fault ends it.
pub fn judge(real: &Real) -> Vec<String> {
    let database = server().database();
    let folder = Folder::new(&real.name);
    folder.file("schema.sql", &real.text);
    folder.file("changed.sql", &changed(real));
    let written = format!("inspect {} --out written", database.url("postgres"));
    let ways = [
        ("sync schema.sql --whole-database --yes", 0),
        ("check schema.sql --whole-database", 0),
        (written.as_str(), 0),
        ("check written --whole-database", 0),
        ("check changed.sql --whole-database", 1),
        ("sync changed.sql --whole-database --yes --allow-destructive", 0),
        ("check changed.sql --whole-database", 0),
        ("sync schema.sql --whole-database --yes --allow-destructive", 0),
        ("check schema.sql --whole-database", 0),
    ];
    ways.iter().find_map(|(words, status)| ends(&folder, &database, words, *status)).into_iter().collect()
}

/// How a run ended, if otherwise than it should.
fn ends(folder: &Folder, database: &Database, words: &str, status: i32) -> Option<String> {
    const SHOWN: usize = 4000;
    let ended = tool(folder, database, words, &[]);
    let cut =
        |text: &str| text.chars().rev().take(SHOWN).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    (ended.status != Some(status)).then(|| {
        format!("live: `{words}` ends with {:?}:\n{}{}", ended.status, cut(&ended.out), cut(&ended.err))
    })
}

/// The schema with a column more in every tenth table, a remark on others, and without every tenth of its plain indexes.
fn changed(real: &Real) -> String {
    let parsed = schemasync_core::parse(&[Source::new(&real.name, &real.text)]);
    let itself = parsed.schema.objects.iter().filter(|(id, _)| id.facet.is_itself());
    let mut out = real.text.clone();
    out.push('\n');
    let (mut tables, mut indexes) = (0, 0);
    for (id, object) in itself {
        let name = format!("\"{}\".\"{}\"", id.schema.replace('"', "\"\""), id.name.replace('"', "\"\""));
        match object {
            Object::Table(table)
                if table.partition_of.is_none() && table.foreign.is_none() && table.of_type.is_none() =>
            {
                tables += 1;
                let _ = match tables % 10 {
                    1 => writeln!(
                        out,
                        "ALTER TABLE {name} ADD COLUMN schemasync_note text DEFAULT '' NOT NULL;"
                    ),
                    5 => writeln!(out, "COMMENT ON TABLE {name} IS 'changed for a test';"),
                    _ => Ok(()),
                };
            }
            Object::Index(index)
                if id.kind == Kind::Index && !index.unique && index.parent.is_none() && !index.only =>
            {
                indexes += 1;
                if indexes % 10 == 1 {
                    let _ = writeln!(out, "DROP INDEX {name};");
                }
            }
            _ => {}
        }
    }
    out
}
