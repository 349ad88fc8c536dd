//! What every PostgreSQL server knows: its types, casts, operators, functions and keywords, as data.
//!
//! The text files beside this one come out of a server (`extract.sql` says how); `later.txt` adds what versions after
//! it brought. Object ids are PostgreSQL's own. Nothing here knows of a user's schema.

pub mod extensions;
pub mod relations;

use crate::collections::BTreeMap;
use std::sync::OnceLock;

/// An object id, as in `pg_type`.
pub type Oid = u32;

/// A type.
#[derive(Clone, Copy, Debug)]
pub struct TypeRow {
    /// Its id.
    pub oid: Oid,
    /// Its name.
    pub name: &'static str,
    /// `b` base, `p` pseudo, `r` range, `m` multirange, `d` domain.
    pub sort: u8,
    /// `typcategory`.
    pub category: u8,
    /// `typispreferred`.
    pub preferred: bool,
    /// Of an array (or something one can subscript like one), its element; 0 otherwise.
    pub element: Oid,
    /// The array of it, or 0.
    pub array: Oid,
    /// Of a range, what it ranges over.
    pub subtype: Oid,
    /// Of a range, its multirange.
    pub multirange: Oid,
}

/// A cast.
#[derive(Clone, Copy, Debug)]
pub struct CastRow {
    /// `i` implicit, `a` assignment, `e` explicit.
    pub context: u8,
    /// `f` function, `b` binary-coercible, `i` through text.
    pub method: u8,
}

/// An operator; `left` is 0 for a prefix operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperatorRow {
    /// Left operand's type.
    pub left: Oid,
    /// Right operand's type.
    pub right: Oid,
    /// Type of the result.
    pub result: Oid,
}

/// A function, aggregate or window function.
#[derive(Clone, Debug)]
pub struct FunctionRow {
    /// `f`, `a`, `w` or `p`.
    pub kind: u8,
    /// Returns a set.
    pub set: bool,
    /// The last argument is an array that takes any number of values.
    pub variadic: bool,
    /// How many arguments at the end have defaults.
    pub defaults: usize,
    /// Type of the result.
    pub result: Oid,
    /// Types of the arguments.
    pub args: Vec<Oid>,
}

struct Tables {
    types: Vec<TypeRow>,
    /// By the id of a type: its place in `types`, counted from 1. Types are asked for more often than anything else.
    places: Vec<u16>,
    type_names: BTreeMap<&'static str, Oid>,
    casts: BTreeMap<(Oid, Oid), CastRow>,
    operators: BTreeMap<&'static str, Vec<OperatorRow>>,
    functions: BTreeMap<&'static str, Vec<FunctionRow>>,
    keywords: BTreeMap<&'static str, u8>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(read)
}

fn lines(text: &'static str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    text.lines().filter(|l| !l.is_empty() && !l.starts_with("--")).map(|l| l.split(' '))
}

fn number(field: Option<&str>) -> u32 {
    field.and_then(|f| f.parse().ok()).unwrap_or(0)
}

pub(super) fn letter(field: Option<&str>) -> u8 {
    field.and_then(|f| f.bytes().next()).unwrap_or(0)
}

fn read() -> Tables {
    let mut out = Tables {
        types: Vec::new(),
        places: Vec::new(),
        type_names: BTreeMap::new(),
        casts: BTreeMap::new(),
        operators: BTreeMap::new(),
        functions: BTreeMap::new(),
        keywords: BTreeMap::new(),
    };
    for mut f in lines(include_str!("types.txt")) {
        let row = TypeRow {
            oid: number(f.next()),
            name: f.next().unwrap_or(""),
            sort: letter(f.next()),
            category: letter(f.next()),
            preferred: f.next() == Some("1"),
            element: number(f.next()),
            array: number(f.next()),
            subtype: number(f.next()),
            multirange: number(f.next()),
        };
        out.type_names.insert(row.name, row.oid);
        out.types.push(row);
        let at = row.oid as usize;
        if out.places.len() <= at {
            out.places.resize(at + 1, 0);
        }
        out.places[at] = u16::try_from(out.types.len()).unwrap_or_default();
    }
    for mut f in lines(include_str!("casts.txt")) {
        let ends = (number(f.next()), number(f.next()));
        out.casts.insert(ends, CastRow { context: letter(f.next()), method: letter(f.next()) });
    }
    for mut f in lines(include_str!("operators.txt")) {
        let name = f.next().unwrap_or("");
        let row = OperatorRow { left: number(f.next()), right: number(f.next()), result: number(f.next()) };
        out.operators.entry(name).or_default().push(row);
    }
    for text in [include_str!("functions.txt"), include_str!("later.txt")] {
        for mut f in lines(text) {
            let name = f.next().unwrap_or("");
            let kind = letter(f.next());
            let flags = f.next().unwrap_or("");
            let row = FunctionRow {
                kind,
                set: flags.contains('s'),
                variadic: flags.contains('v'),
                defaults: number(f.next()) as usize,
                result: number(f.next()),
                args: f
                    .next()
                    .unwrap_or("")
                    .split(',')
                    .filter(|a| !a.is_empty())
                    .map(|a| number(Some(a)))
                    .collect(),
            };
            out.functions.entry(name).or_default().push(row);
        }
    }
    for mut f in lines(include_str!("keywords.txt")) {
        out.keywords.insert(f.next().unwrap_or(""), letter(f.next()));
    }
    out
}

/// The category of a keyword that is not unreserved: `R` reserved, `T` may name a function or type, `C` may name a column.
pub fn keyword(word: &str) -> Option<u8> {
    tables().keywords.get(word).copied()
}

/// Whether a name of this text is printed in quotes because it is a keyword.
pub fn keyword_needs_quotes(word: &str) -> bool {
    keyword(word).is_some()
}

/// A type by its id.
pub fn type_row(oid: Oid) -> Option<&'static TypeRow> {
    let tables = tables();
    let place = tables.places.get(oid as usize)?;
    tables.types.get(usize::from(*place).checked_sub(1)?)
}

/// A type by its name.
pub fn type_named(name: &str) -> Option<&'static TypeRow> {
    tables().type_names.get(name).and_then(|oid| type_row(*oid))
}

/// The range type of a multirange, or 0.
pub fn range_of(multirange: Oid) -> Oid {
    tables().types.iter().find(|row| row.multirange == multirange).map_or(0, |row| row.oid)
}

/// The cast from one type to another, if `pg_cast` has one.
pub fn cast(source: Oid, target: Oid) -> Option<CastRow> {
    tables().casts.get(&(source, target)).copied()
}

/// All operators of a name, prefix operators included.
pub fn operators(name: &str) -> &'static [OperatorRow] {
    tables().operators.get(name).map_or(&[], Vec::as_slice)
}

/// All functions of a name.
pub fn functions(name: &str) -> &'static [FunctionRow] {
    tables().functions.get(name).map_or(&[], Vec::as_slice)
}
