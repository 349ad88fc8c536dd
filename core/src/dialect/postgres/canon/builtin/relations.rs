//! The relations every server has (`pg_catalog`, `information_schema`), the columns of functions that return rows, and
//! which operator class is the default one of a type. Data as in `mod.rs`; `extract_relations.sql` says where it is from.

use super::Oid;
use crate::collections::BTreeMap;
use std::sync::OnceLock;

/// Columns with their types.
pub type Columns = Vec<(&'static str, Oid)>;

struct Tables {
    relations: BTreeMap<&'static str, BTreeMap<&'static str, Columns>>,
    outputs: BTreeMap<(&'static str, Vec<Oid>), Columns>,
    opclasses: BTreeMap<(&'static str, &'static str), Vec<Oid>>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| Tables { relations: relations(), outputs: outputs(), opclasses: opclasses() })
}

fn columns<'a>(fields: impl Iterator<Item = &'static str> + 'a) -> Columns {
    fields
        .filter_map(|field| field.rsplit_once(':'))
        .filter_map(|(name, ty)| ty.parse().ok().map(|ty| (name, ty)))
        .collect()
}

fn relations() -> BTreeMap<&'static str, BTreeMap<&'static str, Columns>> {
    let mut out: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for line in include_str!("relations.txt").lines() {
        let mut fields = line.split(' ');
        if let (Some(schema), Some(name)) = (fields.next(), fields.next()) {
            out.entry(schema).or_default().insert(name, columns(fields));
        }
    }
    out
}

fn outputs() -> BTreeMap<(&'static str, Vec<Oid>), Columns> {
    let lines = include_str!("outputs.txt").lines();
    lines
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let name = fields.next()?;
            let args = fields.next()?.split(',').filter_map(|arg| arg.parse().ok()).collect();
            Some(((name, args), columns(fields)))
        })
        .collect()
}

fn opclasses() -> BTreeMap<(&'static str, &'static str), Vec<Oid>> {
    let mut out: BTreeMap<_, Vec<Oid>> = BTreeMap::new();
    for line in include_str!("opclasses.txt").lines() {
        let mut fields = line.split(' ');
        if let (Some(method), Some(name), Some(Ok(ty))) =
            (fields.next(), fields.next(), fields.next().map(str::parse))
        {
            out.entry((method, name)).or_default().push(ty);
        }
    }
    out
}

/// The columns of a relation that every server has.
pub fn relation(schema: &str, name: &str) -> Option<&'static Columns> {
    tables().relations.get(schema)?.get(name)
}

/// The columns of a built-in function that returns rows.
pub fn output(name: &str, args: &[Oid]) -> Option<&'static Columns> {
    let found = |(key, types): &(&'static str, Vec<Oid>)| *key == name && types.as_slice() == args;
    tables().outputs.iter().find(|(key, _)| found(key)).map(|(_, columns)| columns)
}

/// The types whose default an operator class of an access method is; empty when it is none's.
pub fn default_for(method: &str, opclass: &str) -> &'static [Oid] {
    let found = |(m, o): &(&'static str, &'static str)| *m == method && *o == opclass;
    tables().opclasses.iter().find(|(key, _)| found(key)).map_or(&[], |(_, types)| types.as_slice())
}
