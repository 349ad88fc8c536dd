//! Type names where a statement has one: any spelling in, the model's canonical `ColumnType` out, a user's type with
//! the schema it was found in. How PostgreSQL spells its own types is told by the grammar (gram.y, `Typename`).

use super::brought::unknown;
use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::names::{Name, missing};
use crate::dialect::postgres::canon::builtin;
use crate::dialect::postgres::canon::types::canonical_typmod;
use crate::dialect::postgres::lex::TokenKind;
use crate::dialect::postgres::names;
use crate::model::{ColumnType, Facet, Kind, Object, ObjectId};

impl Builder {
    /// A type with modifiers and array bounds; `t.c%TYPE` is the type of that column.
    pub fn parse_type(&self, cursor: &mut Cursor<'_>) -> Parse<ColumnType> {
        let ty = self.simple_type(cursor);
        if matches!(ty, Err(Fault::Bad(_))) {
            return ty;
        }
        // Of one that is not there the rest is read as well, so that whoever asked can tell what follows.
        let array = array_bounds(cursor)?;
        let ty = ty?;
        Ok(ColumnType { array: ty.array || array, ..ty })
    }

    /// A type of an argument or result, which keeps no modifiers: `varchar(10)` is `character varying`.
    pub fn parse_argument_type(&self, cursor: &mut Cursor<'_>) -> Parse<ColumnType> {
        Ok(without_modifiers(self.parse_type(cursor)?))
    }

    fn simple_type(&self, cursor: &mut Cursor<'_>) -> Parse<ColumnType> {
        let quoted = cursor.token().is_some_and(|t| t.kind == TokenKind::Quoted);
        if !quoted
            && cursor.peek_text(1) != "."
            && let Some(ty) = keyword_type(cursor)?
        {
            return Ok(ty);
        }
        let before = *cursor;
        let mut name = cursor.name()?;
        if cursor.at_punct("%") && cursor.peek_kw(1, "type") {
            *cursor = before;
            return self.column_type(cursor);
        }
        if name.schema.as_deref() == Some("pg_catalog") {
            name.schema = None;
            if builtin::type_named(&name.name).is_some() || name.name.starts_with('_') {
                return builtin_type(&name.name, cursor);
            }
        }
        if name.schema.is_none() && is_builtin(&name.name) {
            return builtin_type(&name.name, cursor);
        }
        let written = modifiers(cursor)?;
        let (schema, array) = self.type_schema(&name)?;
        let base = if array { name.name.get(1..).unwrap_or_default() } else { &name.name };
        let modifiers = canonical_typmod(base, &written).unwrap_or_default();
        Ok(ColumnType { schema, name: base.to_owned(), modifiers, array })
    }

    /// The schema of a user's type, and whether the name is that of its array (`_mood`).
    fn type_schema(&self, name: &Name) -> Parse<(String, bool)> {
        let exists = |schema: &str, name: &str| {
            let of = |kind| self.schema.contains(&ObjectId::new(kind, schema, name));
            of(Kind::Type) || of(Kind::Table) || of(Kind::View)
        };
        if let Some(schema) = self.find_schema(name, |schema| exists(schema, &name.name)) {
            return Ok((schema, false));
        }
        if let Some(element) = name.name.strip_prefix('_')
            && let Some(schema) = self.find_schema(name, |schema| exists(schema, element))
        {
            return Ok((schema, true));
        }
        if let Some(schema) =
            self.find_schema(name, |schema| names::range_of(&self.schema, schema, &name.name).is_some())
        {
            return Ok((schema, false));
        }
        if !self.may_be_brought(name) {
            return Err(unknown(name));
        }
        match &name.schema {
            // An extension's, or it comes later; its schema is known either way.
            Some(schema) => Ok((schema.clone(), false)),
            // What is made by now brings it, so that what stands on it need not wait.
            None if self.lenient || self.is_brought(&name.name) => {
                Ok((self.extension_schema().unwrap_or_default(), false))
            }
            None => Err(unknown(name)),
        }
    }

    /// The first schema on the search path that an extension was made in: where its unqualified names are found.
    pub fn extension_schema(&self) -> Option<String> {
        let schemas = self.schema.objects.values().filter_map(|object| match object {
            Object::Extension(extension) => Some(extension.schema.as_deref().unwrap_or("public")),
            _ => None,
        });
        let schemas: crate::collections::BTreeSet<&str> = schemas.collect();
        self.path.iter().find(|schema| schemas.contains(schema.as_str())).cloned()
    }

    /// `schema.table.column%TYPE`.
    fn column_type(&self, cursor: &mut Cursor<'_>) -> Parse<ColumnType> {
        let start = cursor.position();
        let mut parts = cursor.dotted()?;
        let span = cursor.span_from(start);
        cursor.expect_punct("%")?;
        cursor.expect("type")?;
        let column = parts.pop().unwrap_or_default();
        let name = parts.pop().unwrap_or_default();
        let table = Name { schema: parts.pop(), name, span };
        let relation = self.need_relation(&table)?;
        let id = ObjectId { kind: Kind::Column, part: column, facet: Facet::Itself, ..relation };
        match self.schema.get(&id) {
            Some(Object::Column(column)) => Ok(column.ty.clone()),
            _ => Err(missing("column", &format!("{}.{}", table.display(), id.part), span)),
        }
    }
}

/// The same type with nothing in parentheses, as functions keep it.
pub fn without_modifiers(ty: ColumnType) -> ColumnType {
    let name = if ty.schema.is_empty() && ty.name == "bpchar" { "character".to_owned() } else { ty.name };
    ColumnType { name, modifiers: String::new(), ..ty }
}

fn is_builtin(name: &str) -> bool {
    builtin::type_named(name).is_some()
        || name.strip_prefix('_').is_some_and(|element| builtin::type_named(element).is_some())
}

fn array_bounds(cursor: &mut Cursor<'_>) -> Parse<bool> {
    let mut array = cursor.eat("array");
    while cursor.eat_punct("[") {
        array = true;
        if !cursor.at_punct("]") {
            cursor.integer()?;
        }
        cursor.expect_punct("]")?;
    }
    Ok(array)
}

/// Catalog names and what `format_type` calls them, where the two differ.
const SPELLED: &[(&str, &str)] = &[
    ("int2", "smallint"),
    ("int4", "integer"),
    ("int8", "bigint"),
    ("float4", "real"),
    ("float8", "double precision"),
    ("bool", "boolean"),
    ("varchar", "character varying"),
    ("varbit", "bit varying"),
];

/// A built-in type by its catalog name, which stands before the cursor.
fn builtin_type(name: &str, cursor: &mut Cursor<'_>) -> Parse<ColumnType> {
    let (name, array) = match name.strip_prefix('_') {
        Some(element) if builtin::type_named(element).is_some() => (element, true),
        _ => (name, false),
    };
    let ty = match name {
        "timestamp" | "time" => zoned(name, cursor)?,
        "timestamptz" => stamped("timestamp", digits(cursor)?, true),
        "timetz" => stamped("time", digits(cursor)?, true),
        "numeric" => numeric(cursor)?,
        _ => {
            let written = modifiers(cursor)?.join(",");
            let spelled = SPELLED.iter().find(|(catalog, _)| *catalog == name).map_or(name, |(_, is)| is);
            let spelled = if name == "bpchar" && !written.is_empty() { "character" } else { spelled };
            ColumnType { modifiers: written, ..ColumnType::builtin(spelled) }
        }
    };
    Ok(ColumnType { array, ..ty })
}

/// A type that the grammar has words of its own for.
fn keyword_type(cursor: &mut Cursor<'_>) -> Parse<Option<ColumnType>> {
    let word = cursor.peek_text(0).to_ascii_lowercase();
    let plain = |cursor: &mut Cursor<'_>, name: &str| {
        cursor.bump();
        Ok(Some(ColumnType::builtin(name)))
    };
    match word.as_str() {
        "int" | "integer" => plain(cursor, "integer"),
        "smallint" => plain(cursor, "smallint"),
        "bigint" => plain(cursor, "bigint"),
        "real" => plain(cursor, "real"),
        "boolean" => plain(cursor, "boolean"),
        "double" if cursor.peek_kw(1, "precision") => {
            cursor.bump();
            plain(cursor, "double precision")
        }
        "float" => {
            cursor.bump();
            let size = digits(cursor)?.and_then(|digits| digits.parse::<u32>().ok());
            let name = if size.is_some_and(|size| size <= 24) { "real" } else { "double precision" };
            Ok(Some(ColumnType::builtin(name)))
        }
        "decimal" | "dec" | "numeric" => {
            cursor.bump();
            numeric(cursor).map(Some)
        }
        "bit" | "varchar" | "character" | "char" | "nchar" | "national" => characters(&word, cursor),
        "time" | "timestamp" => {
            cursor.bump();
            zoned(&word, cursor).map(Some)
        }
        "interval" => {
            cursor.bump();
            interval(cursor).map(Some)
        }
        _ => Ok(None),
    }
}

/// The types that have a length.
fn characters(word: &str, cursor: &mut Cursor<'_>) -> Parse<Option<ColumnType>> {
    cursor.bump();
    if word == "national" && cursor.eat_any(&["character", "char"]).is_none() {
        return Err(cursor.expected("CHARACTER"));
    }
    let varying = word == "varchar" || cursor.eat("varying");
    let name = match (word, varying) {
        ("bit", true) => "bit varying",
        ("bit", false) => "bit",
        (_, true) => "character varying",
        (_, false) => "character",
    };
    let mut modifiers = modifiers(cursor)?.join(",");
    if modifiers.is_empty() && !varying {
        modifiers = "1".to_owned();
    }
    Ok(Some(ColumnType { modifiers, ..ColumnType::builtin(name) }))
}

fn numeric(cursor: &mut Cursor<'_>) -> Parse<ColumnType> {
    let mut written = modifiers(cursor)?;
    if written.len() == 1 {
        written.push("0".to_owned());
    }
    Ok(ColumnType { modifiers: written.join(","), ..ColumnType::builtin("numeric") })
}

/// The rest of a `time` or `timestamp`: digits and zone.
fn zoned(base: &str, cursor: &mut Cursor<'_>) -> Parse<ColumnType> {
    let digits = digits(cursor)?;
    let zone = cursor.eat("with time zone");
    if !zone {
        cursor.eat("without time zone");
    }
    Ok(stamped(base, digits, zone))
}

fn stamped(base: &str, digits: Option<String>, zone: bool) -> ColumnType {
    let digits = digits.map(|written| match written.parse::<u32>() {
        Ok(number) => number.min(6).to_string(),
        Err(_) => written,
    });
    let name = format!("{base} {} time zone", if zone { "with" } else { "without" });
    ColumnType { modifiers: digits.unwrap_or_default(), ..ColumnType::builtin(&name) }
}

/// The rest of an `interval`: a precision, or fields with one.
fn interval(cursor: &mut Cursor<'_>) -> Parse<ColumnType> {
    const FIELDS: &[&str] = &["year", "month", "day", "hour", "minute", "second"];
    let mut modifiers = digits(cursor)?.unwrap_or_default();
    if let Some(first) = cursor.eat_any(FIELDS) {
        modifiers = format!(" {first}");
        let mut last = first;
        if cursor.peek_kw(0, "to") {
            cursor.bump();
            last = cursor.eat_any(FIELDS).ok_or_else(|| cursor.expected("a field of an interval"))?;
            modifiers += &format!(" to {last}");
        }
        if last == "second"
            && let Some(digits) = digits(cursor)?
        {
            modifiers += &format!("({digits})");
        }
    }
    Ok(ColumnType { modifiers, ..ColumnType::builtin("interval") })
}

fn digits(cursor: &mut Cursor<'_>) -> Parse<Option<String>> {
    Ok(modifiers(cursor)?.into_iter().next())
}

/// What stands in parentheses after a type's name.
fn modifiers(cursor: &mut Cursor<'_>) -> Parse<Vec<String>> {
    if !cursor.at_punct("(") {
        return Ok(Vec::new());
    }
    cursor.list(|cursor| match cursor.token().map(|token| token.kind) {
        Some(TokenKind::Number | TokenKind::Operator) => cursor.integer().map(|number| number.to_string()),
        Some(TokenKind::String) => cursor.string(),
        Some(TokenKind::Word | TokenKind::Quoted) => {
            // A word keeps its case (`geometry(Point)`): its type gives it back in its own.
            let text = cursor.peek_text(0).trim_matches('"').to_owned();
            cursor.bump();
            Ok(text)
        }
        _ => Err(cursor.expected("a type modifier")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::postgres::lex::tokens;

    fn check(text: &str, expected: &str) {
        let tokens = tokens(text);
        let mut cursor = Cursor::new(text, 0, &tokens);
        let builder = Builder { lenient: true, from_server: true, ..Builder::default() };
        let got = builder.parse_type(&mut cursor).map(|ty| ty.to_string());
        assert_eq!(got.as_deref().ok(), Some(expected), "{text}");
        assert!(cursor.is_end(), "{text} is read to its end");
    }

    #[test]
    fn spellings() {
        for (text, expected) in [
            ("INT", "integer"),
            ("int4[3][]", "integer[]"),
            ("varchar(10) array[2]", "character varying(10)[]"),
            ("pg_catalog.varchar", "character varying"),
            ("character", "character(1)"),
            ("bpchar", "bpchar"),
            ("bpchar(3)", "character(3)"),
            ("float(20)", "real"),
            ("float", "double precision"),
            ("dec(10)", "numeric(10,0)"),
            ("numeric(3,-2)", "numeric(3,-2)"),
            ("timestamp(3) with time zone", "timestamp(3) with time zone"),
            ("timestamptz(9)", "timestamp(6) with time zone"),
            ("time", "time without time zone"),
            ("interval day to second(3)", "interval day to second(3)"),
            ("interval(3)", "interval(3)"),
            ("\"char\"", "\"char\""),
            ("_text", "text[]"),
            ("geometry(POINT, 4326)", "geometry(Point,4326)"),
            ("app.\"Mood\"[]", "app.Mood[]"),
            ("bit varying(5)", "bit varying(5)"),
        ] {
            if text != "\"char\"" {
                check(text, expected);
            }
        }
        check("\"char\"", "char");
    }
}
