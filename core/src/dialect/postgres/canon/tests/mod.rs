//! Rows of `kind ⇥ as written ⇥ as PostgreSQL 15 gave it back`, read off a real server over the schema of `setup.sql`.
//! A fourth field `~` marks rows whose canonical text is not the server's own (it is what the server makes of that).

mod robust;

use super::catalog::*;
use super::*;
use crate::model::ColumnType;

/// The schema of `setup.sql`.
struct Setup {
    path: Vec<String>,
    columns: Vec<(String, ColumnType)>,
}

impl Setup {
    fn new() -> Self {
        let text = include_str!("setup.sql");
        let from = text.find("create table app.t (").unwrap() + 20;
        let body = &text[from..text.rfind(");").unwrap()];
        let mut columns = Vec::new();
        let mut depth = 0i32;
        for part in body.split(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c == ',' && depth == 0
        }) {
            let part = part.trim();
            let (name, ty) = match part.strip_prefix('"') {
                Some(rest) => rest.split_once('"').unwrap(),
                None => part.split_once(' ').unwrap(),
            };
            columns.push((name.to_string(), column_type(ty)));
        }
        Setup { path: vec!["app".into(), "public".into()], columns }
    }
}

fn column_type(text: &str) -> ColumnType {
    ColumnType::from(&types::TypeName::parse(text).unwrap())
}

fn in_app(schema: Option<&str>, path: &[String]) -> bool {
    schema.map_or_else(|| path.iter().any(|s| s == "app"), |s| s == "app")
}

impl Catalog for Setup {
    fn relation(&self, schema: Option<&str>, name: &str, path: &[String]) -> Option<Relation> {
        let known = in_app(schema, path) && matches!(name, "t" | "sq");
        let columns = if name == "t" { self.columns.clone() } else { Vec::new() };
        known.then(|| Relation { schema: "app".into(), name: name.into(), columns })
    }

    fn functions(&self, schema: Option<&str>, name: &str, path: &[String]) -> Vec<FunctionInfo> {
        let (args, returns, defaults): (&[(&str, &str)], &str, usize) = match name {
            "f" => (&[], "integer", 0),
            "g" => (&[("a", "integer"), ("b", "text")], "text", 1),
            "is_ok" => (&[("m", "app.mood")], "boolean", 0),
            "vary" => (&[("a", "integer[]")], "integer", 0),
            "lower" => (&[("a", "integer")], "integer", 0),
            _ => return Vec::new(),
        };
        if !in_app(schema, path) {
            return Vec::new();
        }
        vec![FunctionInfo {
            schema: "app".into(),
            name: name.into(),
            args: args.iter().map(|(n, t)| (n.to_string(), column_type(t))).collect(),
            returns: column_type(returns),
            variadic: name == "vary",
            defaults,
            ..FunctionInfo::default()
        }]
    }

    fn type_info(&self, schema: Option<&str>, name: &str, path: &[String]) -> Option<TypeDef> {
        let info = match name {
            "mood" => TypeInfo::Enum,
            "email" => TypeInfo::Domain(column_type("text")),
            "posint" => TypeInfo::Domain(column_type("integer")),
            "price" => TypeInfo::Domain(column_type("numeric(10,2)")),
            "pair" => TypeInfo::Composite(vec![
                ("x".into(), column_type("integer")),
                ("y".into(), column_type("text")),
            ]),
            "t" => TypeInfo::Composite(self.columns.clone()),
            _ => return None,
        };
        in_app(schema, path).then(|| TypeDef { schema: "app".into(), name: name.into(), info })
    }

    fn operators(&self, _: Option<&str>, _: &str, _: &[String]) -> Vec<OperatorInfo> {
        Vec::new()
    }

    fn extension_schema(&self, _: &str) -> Option<String> {
        Some("public".into())
    }
}

fn canon(setup: &Setup, kind: &str, text: &str) -> Canonical {
    let row = |name: &str, qualified: bool| Visible {
        name: name.into(),
        schema: (!qualified).then(|| "app".into()),
        columns: setup.columns.clone(),
        qualified,
        bare: !qualified,
        open: false,
    };
    let visible =
        if kind == "when" { vec![row("old", true), row("new", true)] } else { vec![row("t", false)] };
    let target = kind.strip_prefix("default ").map(|column| {
        let found = setup.columns.iter().find(|(name, _)| name == column);
        &found.unwrap_or_else(|| panic!("no column {column}")).1
    });
    let mut cx = Context::new(setup, &setup.path);
    cx.relations = &visible;
    cx.target = target;
    let value = kind.strip_prefix("domain ").map(column_type);
    cx.value = value.as_ref();
    cx.condition = target.is_none();
    expression(&text.replace('⏎', "\n"), &cx)
}

fn bare(text: &str) -> String {
    let mut plain = text.replace("app.", "").replace("public.", "").replace('⏎', "\n");
    while let Some(at) = plain.find("OPERATOR(") {
        let end = at + plain[at..].find(')').unwrap_or(0);
        plain = format!("{}{}{}", &plain[..at], &plain[at + 9..end], &plain[end + 1..]);
    }
    plain.split_ascii_whitespace().collect::<String>().to_ascii_lowercase()
}

#[test]
fn written_and_read_back_are_the_same() {
    let setup = Setup::new();
    let mut wrong = Vec::new();
    let rows = [include_str!("same.tsv"), include_str!("families.tsv")];
    let rows = rows.iter().flat_map(|rows| rows.lines()).filter(|l| !l.is_empty() && !l.starts_with('#'));
    let mut count = 0;
    for line in rows {
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, written, catalog, rest @ ..] = fields.as_slice() else { panic!("{line}") };
        let (a, b) = (canon(&setup, kind, written), canon(&setup, kind, catalog));
        let again = canon(&setup, kind, &a.text);
        count += 1;
        if compare(&a, &b) != Answer::Same {
            wrong.push(format!("{kind}\n  {written}\n  {}\n  {}\n  {:?}", a.text, b.text, a.undecided));
        } else if again.text != a.text {
            wrong.push(format!("{kind} again\n  {written}\n  {}\n  {}", a.text, again.text));
        } else if rest.is_empty() && bare(&a.text) != bare(catalog) {
            wrong.push(format!("{kind} unlike the server\n  {written}\n  {}\n  {catalog}", a.text));
        } else if !a.undecided.is_empty() && rest.is_empty() {
            wrong.push(format!("{kind} in doubt\n  {written}\n  {:?}", a.undecided));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Rows of `kind ⇥ one ⇥ other` that must not be taken for the same, nor for a matter of doubt.
#[test]
fn different_is_seen() {
    check_answers(include_str!("different.tsv"), |answer| answer == &Answer::Different);
}

/// Rows that cannot be told here: a type or a literal is not known.
#[test]
fn doubt_is_said() {
    check_answers(include_str!("undecided.tsv"), |answer| matches!(answer, Answer::Undecided(_)));
}

fn check_answers(rows: &str, expected: impl Fn(&Answer) -> bool) {
    let setup = Setup::new();
    let mut wrong = Vec::new();
    for line in rows.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, one, other, ..] = fields.as_slice() else { panic!("{line}") };
        let (a, b) = (canon(&setup, kind, one), canon(&setup, kind, other));
        let answer = compare(&a, &b);
        if !expected(&answer) {
            wrong.push(format!(
                "{line}\n  {answer:?}\n  {} | {}\n  {} | {}",
                a.text, a.loose, b.text, b.loose
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
