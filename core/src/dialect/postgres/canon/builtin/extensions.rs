//! Types, relations, casts, operators and functions of the extensions that come with PostgreSQL, and of PostGIS. Their objects have no fixed ids, so
//! types stand by name here. Which schema an extension is in, and whether it is there at all, is the catalog's to say.

use super::{CastRow, letter};
use crate::collections::BTreeMap;
use std::sync::OnceLock;

/// A type of an extension.
#[derive(Clone, Debug)]
pub struct TypeRow {
    /// The extension.
    pub extension: &'static str,
    /// What sort of type it is.
    pub sort: Sort,
}

/// What sort of type an extension brings.
#[derive(Clone, Debug)]
pub enum Sort {
    /// Of its own, with `typcategory` and `typispreferred`.
    Base(u8, bool),
    /// A domain over that type.
    Domain(&'static str),
    /// The row of a relation, or a composite type.
    Row(Columns),
}

/// Columns with the names of their types.
pub type Columns = Vec<(&'static str, &'static str)>;

/// An operator; `left` is empty for a prefix operator.
#[derive(Clone, Copy, Debug)]
pub struct OperatorRow {
    /// The extension.
    pub extension: &'static str,
    /// Operands and result.
    pub left: &'static str,
    /// The right operand.
    pub right: &'static str,
    /// The result.
    pub result: &'static str,
}

/// A function or aggregate.
#[derive(Clone, Debug)]
pub struct FunctionRow {
    /// The extension.
    pub extension: &'static str,
    /// `f`, `a`, `w` or `p`.
    pub kind: u8,
    /// Returns a set.
    pub set: bool,
    /// The last argument takes any number of values.
    pub variadic: bool,
    /// How many arguments at the end have defaults.
    pub defaults: usize,
    /// The result.
    pub result: &'static str,
    /// The arguments.
    pub args: Vec<&'static str>,
}

#[derive(Default)]
struct Tables {
    types: BTreeMap<&'static str, TypeRow>,
    casts: BTreeMap<&'static str, BTreeMap<&'static str, CastRow>>,
    operators: BTreeMap<&'static str, Vec<OperatorRow>>,
    functions: BTreeMap<&'static str, Vec<FunctionRow>>,
    outputs: BTreeMap<&'static str, Vec<(Vec<&'static str>, Columns)>>,
    opclasses: BTreeMap<(&'static str, &'static str), &'static str>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut out = Tables::default();
        let mut extension = "";
        for line in include_str!("extensions.txt").lines() {
            match line.split_once(' ') {
                Some(("@", name)) => extension = name,
                Some((sort, rest)) => read(&mut out, extension, sort, rest),
                None => {}
            }
        }
        out
    })
}

fn read(out: &mut Tables, extension: &'static str, sort: &str, rest: &'static str) {
    let mut f = rest.split(' ');
    let mut next = || f.next().unwrap_or("");
    let name = next();
    match sort {
        "t" => {
            let sort = Sort::Base(letter(Some(next())), next() == "1");
            out.types.insert(name, TypeRow { extension, sort });
        }
        "d" => {
            out.types.insert(name, TypeRow { extension, sort: Sort::Domain(next()) });
        }
        "r" => {
            out.types.insert(name, TypeRow { extension, sort: Sort::Row(columns(f)) });
        }
        "u" => {
            let args = next().split(',').filter(|a| *a != "-").collect();
            out.outputs.entry(name).or_default().push((args, columns(f)));
        }
        "k" => {
            out.opclasses.insert((name, next()), f.next().unwrap_or(""));
        }
        "c" => {
            let target = next();
            let row = CastRow { context: letter(Some(next())), method: letter(Some(next())) };
            out.casts.entry(name).or_default().insert(target, row);
        }
        "o" => {
            let left = next().trim_start_matches('-');
            let row = OperatorRow { extension, left, right: next(), result: next() };
            out.operators.entry(name).or_default().push(row);
        }
        _ => {
            let kind = letter(Some(next()));
            let flags = next();
            let row = FunctionRow {
                extension,
                kind,
                set: flags.contains('s'),
                variadic: flags.contains('v'),
                defaults: next().parse().unwrap_or(0),
                result: next(),
                args: next().split(',').filter(|a| !a.is_empty()).collect(),
            };
            out.functions.entry(name).or_default().push(row);
        }
    }
}

fn columns(fields: std::str::Split<'static, char>) -> Columns {
    fields.filter_map(|field| field.rsplit_once(':')).collect()
}

/// A type of an extension.
pub fn type_named(name: &str) -> Option<&'static TypeRow> {
    tables().types.get(name)
}

/// The names of the types that an extension brings.
pub fn types_of(extension: &str) -> impl Iterator<Item = &'static str> {
    tables().types.iter().filter(move |(_, row)| row.extension == extension).map(|(name, _)| *name)
}

/// A relation of an extension: which one's it is, and its columns.
pub fn relation(name: &str) -> Option<(&'static str, &'static Columns)> {
    match type_named(name)? {
        TypeRow { extension, sort: Sort::Row(columns) } => Some((extension, columns)),
        _ => None,
    }
}

/// The columns of a function that gives rows, by the names of its arguments' types.
pub fn output(name: &str, args: &[String]) -> Option<&'static Columns> {
    let all = tables().outputs.get(name)?;
    let fits = |want: &[&str]| want.iter().zip(args).all(|(want, have)| want == have);
    let found = all.iter().find(|(want, _)| want.len() >= args.len() && fits(want));
    found.map(|(_, columns)| columns)
}

/// The type whose default an operator class of an access method is.
pub fn default_for(method: &str, opclass: &str) -> Option<&'static str> {
    let found = |(m, o): &(&'static str, &'static str)| *m == method && *o == opclass;
    tables().opclasses.iter().find(|(key, _)| found(key)).map(|(_, ty)| *ty)
}

/// A cast an extension brings.
pub fn cast(source: &str, target: &str) -> Option<CastRow> {
    tables().casts.get(source).and_then(|to| to.get(target)).copied()
}

/// Operators of a name, of all extensions.
pub fn operators(name: &str) -> &'static [OperatorRow] {
    tables().operators.get(name).map_or(&[], Vec::as_slice)
}

/// Functions of a name, of all extensions.
pub fn functions(name: &str) -> &'static [FunctionRow] {
    tables().functions.get(name).map_or(&[], Vec::as_slice)
}

/// The comment that an extension of PostgreSQL's own comes with.
pub fn comment(name: &str) -> Option<&'static str> {
    let lines = include_str!("extension_comments.txt").lines();
    lines
        .filter_map(|line| line.split_once('\t'))
        .find(|(known, _)| *known == name)
        .map(|(_, comment)| comment)
}
