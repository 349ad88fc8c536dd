//! Texts that no person writes: too deep, too long, cut off, scrambled.

use crate::case::Case;
use crate::generate::Lot;

/// How deep and how long.
const DEEP: usize = 10_000;

/// Texts by name.
pub fn extremes() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (name, expression) in expressions() {
        out.push((format!("check of {name}"), format!("CREATE TABLE t (a integer, CHECK ({expression}));")));
        out.push((format!("default of {name}"), format!("CREATE TABLE t (a integer DEFAULT {expression});")));
        out.push((format!("view of {name}"), format!("CREATE VIEW v AS SELECT {expression} AS x;")));
        out.push((
            format!("index of {name}"),
            format!("CREATE TABLE t (a integer);\nCREATE INDEX i ON t (({expression}));"),
        ));
    }
    out.extend(
        queries().into_iter().map(|(name, query)| (name.to_owned(), format!("CREATE VIEW v AS {query};"))),
    );
    out.extend(statements().into_iter().map(|(name, text)| (name.to_owned(), text)));
    out
}

fn chain(item: &str, between: &str) -> String {
    vec![item; DEEP].join(between)
}

fn nested(open: &str, inside: &str, close: &str) -> String {
    format!("{}{inside}{}", open.repeat(DEEP), close.repeat(DEEP))
}

fn expressions() -> Vec<(&'static str, String)> {
    vec![
        ("parentheses", nested("(", "1", ")")),
        ("parentheses never closed", "(".repeat(DEEP)),
        ("CASE", nested("CASE WHEN true THEN ", "1", " END")),
        ("calls", nested("abs(", "1", ")")),
        ("arrays", nested("ARRAY[", "1", "]")),
        ("subqueries", nested("(SELECT ", "1", ")")),
        ("NOT", format!("{} true", "NOT ".repeat(DEEP))),
        ("minus", format!("{} 1", "- ".repeat(DEEP))),
        ("casts", format!("1{}", "::integer".repeat(DEEP))),
        ("subscripts", format!("a{}", "[1]".repeat(DEEP))),
        ("dots", chain("a", ".")),
        ("COLLATE", format!("a{}", " COLLATE \"C\"".repeat(DEEP))),
        ("AT TIME ZONE", format!("now(){}", " AT TIME ZONE 'UTC'".repeat(DEEP))),
        ("IS NULL", format!("a{}", " IS NULL".repeat(DEEP))),
        ("AND", chain("a > 1", " AND ")),
        ("OR", chain("a > 1", " OR ")),
        ("||", chain("'x'", " || ")),
        ("+", chain("1", " + ")),
        ("comparisons", chain("(a = 1)", " = ")),
        ("->", format!("a{}", " -> 'x'".repeat(DEEP))),
        ("operators", format!("1 {} 1", "+".repeat(DEEP))),
        ("a million in a list", format!("a IN ({})", vec!["1"; 1_000_000].join(","))),
        ("a long string", format!("'{}'", "x".repeat(1_000_000))),
        ("a long number", "9".repeat(100_000)),
    ]
}

fn queries() -> Vec<(&'static str, String)> {
    vec![
        ("UNION", chain("SELECT 1", " UNION ")),
        ("UNION ALL in parentheses", nested("(SELECT 1 UNION ALL ", "SELECT 1", ")")),
        ("derived tables", nested("SELECT * FROM (", "SELECT 1", ") AS x")),
        ("joins", format!("SELECT 1 FROM t{}", " JOIN t ON true".repeat(DEEP))),
        ("joins in parentheses", format!("SELECT 1 FROM {}", nested("(t JOIN ", "t", " ON true)"))),
        ("many tables", format!("SELECT 1 FROM {}", chain("t", ", "))),
        ("WITH in WITH", nested("WITH x AS (", "SELECT 1", ") SELECT 1")),
        ("many WITH", format!("WITH {} SELECT 1", chain("x AS (SELECT 1)", ", "))),
        ("VALUES", format!("VALUES {}", chain("(1)", ", "))),
        ("a wide list", format!("SELECT {}", chain("1 AS x", ", "))),
        ("EXISTS", format!("SELECT 1 WHERE {}", nested("EXISTS (SELECT 1 WHERE ", "true", ")"))),
    ]
}

fn statements() -> Vec<(&'static str, String)> {
    let columns: Vec<_> = (0..DEEP).map(|n| format!("c{n} integer")).collect();
    let labels: Vec<_> = (0..DEEP).map(|n| format!("'l{n}'")).collect();
    vec![
        ("comments in comments", nested("/*", "", "*/")),
        ("a comment never closed", "/*".repeat(DEEP)),
        ("semicolons", ";".repeat(DEEP)),
        ("quotes", "'".repeat(DEEP + 1)),
        ("double quotes", "\"".repeat(DEEP + 1)),
        ("dollars", "$".repeat(DEEP)),
        ("dollar quotes", "$a$".repeat(DEEP + 1)),
        ("backslashes", "\\".repeat(DEEP)),
        ("brackets of a type", format!("CREATE TABLE t (a integer{});", "[]".repeat(DEEP))),
        ("modifiers of a type", format!("CREATE TABLE t (a numeric({}));", chain("1", ","))),
        ("nested types", format!("CREATE TABLE t (a {});", nested("ARRAY<", "int", ">"))),
        ("many columns", format!("CREATE TABLE t ({});", columns.join(", "))),
        ("many labels", format!("CREATE TYPE e AS ENUM ({});", labels.join(", "))),
        ("a column many times", format!("CREATE TABLE t ({});", chain("a integer", ", "))),
        ("a table many times", "CREATE TABLE t (a integer);\n".repeat(DEEP)),
        ("elements of a schema", format!("CREATE SCHEMA s{};", " CREATE TABLE t (a int)".repeat(DEEP))),
        (
            "bodies in bodies",
            format!("CREATE FUNCTION f() RETURNS int {};", nested("BEGIN ATOMIC ", "SELECT 1;", " END")),
        ),
        ("a name that is too long", format!("CREATE TABLE {} (a integer);", "x".repeat(DEEP))),
        (
            "PARTITION BY expressions",
            format!("CREATE TABLE t (a int) PARTITION BY RANGE ({});", nested("(", "a", ")")),
        ),
        (
            "a policy",
            format!("CREATE TABLE t (a int);\nCREATE POLICY p ON t USING ({});", chain("a = 1", " OR ")),
        ),
        ("a domain", format!("CREATE DOMAIN d AS int CHECK ({});", chain("VALUE > 1", " AND "))),
        (
            "a trigger's WHEN",
            format!(
                "CREATE TABLE t (a int);\nCREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW WHEN ({}) EXECUTE FUNCTION f();",
                nested("(", "true", ")")
            ),
        ),
        ("no text", String::new()),
        ("a zero", "CREATE TABLE t (a\0 int);".into()),
        ("all sorts of spaces", "CREATE\u{a0}TABLE\u{2003}t\u{feff}(a int)\u{0b};\u{85}".into()),
        ("wide characters", "CREATE TABLE \u{1F600} (\u{301}a int DEFAULT '\u{10FFFF}'); ÄÖÜ".into()),
    ]
}

/// The beginnings of the texts of a case, so many characters apart.
pub fn prefixes(case: &Case, stride: usize) -> Vec<String> {
    let texts = ["current", "desired"].map(|side| case.section(side));
    (texts.iter())
        .flat_map(|text| text.char_indices().step_by(stride.max(1)).map(|(at, _)| text[..at].to_owned()))
        .collect()
}

/// A text with some of its bytes changed, doubled, swapped or gone.
pub fn scrambled(text: &str, lot: &mut Lot) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=lot.below(4) {
        let at = lot.below(bytes.len() as u64) as usize;
        let end = (at + 1 + lot.below(12) as usize).min(bytes.len());
        match lot.below(5) {
            _ if bytes.is_empty() => break,
            0 => bytes[at] = lot.draw() as u8,
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => {
                let other = lot.below(bytes.len() as u64) as usize;
                bytes.swap(at, other);
            }
            _ => {
                let piece = lot.pick(&[
                    "(", ")", "'", "\"", ";", "$$", "--", "/*", "*/", ",", ".", "::", "\\", "[", "]", " AS ",
                ]);
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
