//! Types, casts, operators and functions of the extensions that come with PostgreSQL. Their objects have no fixed ids, so
//! types stand by name here. Which schema an extension is in, and whether it is there at all, is the catalog's to say.

use super::{CastRow, letter};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A base type of an extension.
#[derive(Clone, Copy, Debug)]
pub struct TypeRow {
    /// The extension.
    pub extension: &'static str,
    /// `typcategory`.
    pub category: u8,
    /// `typispreferred`.
    pub preferred: bool,
}

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
            let category = letter(Some(next()));
            out.types.insert(name, TypeRow { extension, category, preferred: next() == "1" });
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

/// A type of an extension.
pub fn type_named(name: &str) -> Option<TypeRow> {
    tables().types.get(name).copied()
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
