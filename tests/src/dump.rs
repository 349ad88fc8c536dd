//! pg_dump's output as a set of statements, so that two dumps can be compared whatever the order of columns and objects.

use std::collections::BTreeSet;

/// The statements of a dump: comments and session settings left out, the lines of a `CREATE TABLE` sorted.
pub fn statements(dump: &str) -> BTreeSet<String> {
    let text: String = (dump.lines())
        .filter(|line| !line.starts_with("--") && !line.starts_with('\\'))
        .map(|line| format!("{line}\n"))
        .collect();
    (text.split(";\n").map(str::trim))
        .filter(|s| !s.is_empty() && !s.starts_with("SET ") && !s.starts_with("SELECT pg_catalog.set_config"))
        .map(sorted_columns)
        .map(|statement| casts_of_arrays(&statement))
        .map(|statement| sorted_parameters(&statement))
        .collect()
}

/// A dump as a source to compare with a text: without the owner that everything has which nobody gave another one,
/// unless the text names that owner itself.
pub fn like(text: &str, dump: &str) -> String {
    const DEFAULT: &str = " OWNER TO postgres;";
    if text.contains(DEFAULT) {
        return dump.to_owned();
    }
    dump.split_inclusive('\n')
        .filter(|line| !(line.starts_with("ALTER ") && line.trim_end().ends_with(DEFAULT)))
        .collect()
}

/// The order of columns cannot be changed without making the table anew: it is not compared.
fn sorted_columns(statement: &str) -> String {
    let is_table = ["CREATE TABLE", "CREATE UNLOGGED TABLE", "CREATE FOREIGN TABLE"]
        .iter()
        .any(|s| statement.starts_with(s));
    let Some((head, rest)) = statement.split_once("(\n").filter(|_| is_table) else {
        return statement.to_owned();
    };
    let Some((body, tail)) = rest.split_once("\n)") else { return statement.to_owned() };
    let mut lines: Vec<_> = body.lines().map(|line| line.trim_end_matches(',')).collect();
    lines.sort_unstable();
    format!("{head}(\n{}\n){tail}", lines.join("\n"))
}

/// Storage parameters are kept in the order in which they were set.
fn sorted_parameters(statement: &str) -> String {
    let sorted = |line: &str| {
        let (before, rest) =
            line.split_at(line.find("WITH (").filter(|at| matches!(&line[..*at], "" | ") "))?);
        let inside = rest.strip_prefix("WITH (").and_then(|rest| rest.strip_suffix(')'))?;
        let mut items: Vec<_> = inside.split(", ").collect();
        items.sort_unstable();
        Some(format!("{before}WITH ({})", items.join(", ")))
    };
    let lines = statement.lines().map(|line| sorted(line).unwrap_or_else(|| line.to_owned()));
    lines.collect::<Vec<_>>().join("\n")
}

/// PostgreSQL prints `(ARRAY['a'::character varying])::text[]` otherwise once it has read its own text again, as it
/// does when the column's type changes: `ARRAY[('a'::character varying)::text]`. Both come out as the latter; only an
/// array of nothing but such constants is touched.
fn casts_of_arrays(statement: &str) -> String {
    let mut out = String::with_capacity(statement.len());
    let mut rest = statement;
    while let Some(at) = rest.find("(ARRAY['") {
        let (before, array) = rest.split_at(at);
        out += before;
        match cast_of_array(array) {
            Some((text, left)) => {
                out += &text;
                rest = left;
            }
            None => {
                out += "(ARRAY['";
                rest = &array["(ARRAY['".len()..];
            }
        }
    }
    out + rest
}

/// `(ARRAY['a'::x, 'b'::x])::y[]` as `ARRAY[('a'::x)::y, ('b'::x)::y]`, and what follows it.
fn cast_of_array(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix("(ARRAY[")?;
    let mut elements = Vec::new();
    loop {
        let (element, left) = typed_constant(rest)?;
        elements.push(element);
        match left.strip_prefix(", ") {
            Some(next) => rest = next,
            None => {
                rest = left.strip_prefix("])::")?;
                break;
            }
        }
    }
    let (ty, left) = type_name(rest);
    let left = left.strip_prefix("[]")?;
    let elements: Vec<_> = elements.iter().map(|element| format!("({element})::{ty}")).collect();
    Some((format!("ARRAY[{}]", elements.join(", ")), left))
}

/// `'it''s'::character varying` and what follows it.
fn typed_constant(text: &str) -> Option<(&str, &str)> {
    let mut inside = text.strip_prefix('\'')?;
    loop {
        let quote = inside.find('\'')?;
        inside = &inside[quote + 1..];
        match inside.strip_prefix('\'') {
            Some(next) => inside = next,
            None => break,
        }
    }
    let (ty, left) = type_name(inside.strip_prefix("::")?);
    (!ty.is_empty()).then(|| (&text[..text.len() - left.len()], left))
}

/// A type's name without modifiers, and what follows it.
fn type_name(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '_' | '.' | '"')));
    text.split_at(end.unwrap_or(text.len()))
}

/// What one dump has and the other has not, for people; empty if they are equal.
pub fn difference(got: &str, wanted: &str) -> String {
    let (got, wanted) = (statements(got), statements(wanted));
    let list = |mark: &str, statements: Vec<&String>| -> String {
        statements.iter().flat_map(|s| s.lines()).map(|line| format!("{mark} {line}\n")).collect()
    };
    list("-", got.difference(&wanted).collect()) + &list("+", wanted.difference(&got).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrays_that_are_cast() {
        let check = |text: &str, expected: &str| assert_eq!(casts_of_arrays(text), expected);
        let again =
            "(b)::text = ANY (ARRAY[('x, y'::character varying)::text, ('it''s'::character varying)::text])";
        check(
            "(b)::text = ANY ((ARRAY['x, y'::character varying, 'it''s'::character varying])::text[])",
            again,
        );
        check(again, again);
        // What is not of that form stays: these differ in more than how they are printed.
        for other in [
            "(ARRAY['a'::text, b])::text[]",
            "(ARRAY['a'::character varying])",
            "f((ARRAY['a'::text] || c)::text[])",
        ] {
            check(other, other);
        }
    }
}
