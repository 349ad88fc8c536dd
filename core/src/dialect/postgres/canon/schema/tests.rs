//! Queries as people write them and as `pg_get_viewdef` gives them back (`testdata/queries.txt`, made from
//! `queries.sql` by a PostgreSQL 15): both must have one canonical form, which is its own canonical form, and the
//! columns must have the names and types that the server says.

use super::side::Side;
use crate::dialect::postgres::canon::{self, Context};
use crate::model::{Schema, SearchPath};

fn schema() -> Schema {
    let text = include_str!("../testdata/schema.sql");
    let source = crate::source::Source::new("schema.sql", text);
    crate::parse(&[source]).schema
}

struct Row {
    columns: Vec<String>,
    written: String,
    catalog: String,
    types: String,
}

fn rows() -> Vec<Row> {
    let all = include_str!("../testdata/queries.txt");
    all.split("\n----\n")
        .filter_map(|row| {
            let (written, rest) = row.split_once("\n=>\n")?;
            let (catalog, types) = rest.split_once("\n::\n")?;
            let named = written.starts_with("(c1");
            let (columns, written) = if named { written.split_once(") ")? } else { ("", written) };
            let columns = columns.trim_start_matches('(').split(", ").filter(|c| !c.is_empty());
            Some(Row {
                columns: columns.map(str::to_owned).collect(),
                written: written.to_owned(),
                catalog: catalog.to_owned(),
                types: types.trim().to_owned(),
            })
        })
        .collect()
}

#[test]
fn written_queries_meet_those_of_the_catalog() {
    let schema = schema();
    let side = Side::new(&schema);
    let path = SearchPath::new(vec!["public".to_owned()]);
    let context = Context::new(&side, &path);
    let mut wrong = Vec::new();
    for row in rows() {
        let (written, _) = canon::query(&row.written, &context, &row.columns);
        let (catalog, _) = canon::query(&row.catalog, &context, &[]);
        let (again, _) = canon::query(&written.text, &context, &[]);
        let columns =
            canon::query_outcome(&row.written, &context, &row.columns).map(|outcome| outcome.columns);
        let types: Vec<_> = columns
            .into_iter()
            .flatten()
            .map(|(name, ty)| format!("{name}:{}", ty.to_string().replace("public.", "")))
            .collect();
        let mut complaint = String::new();
        if written.text != catalog.text {
            complaint += &format!("written: {}\ncatalog: {}\n", written.text, catalog.text);
        }
        if again.text != written.text && written.text == catalog.text {
            complaint += &format!("once: {}\nagain: {}\n", written.text, again.text);
        }
        if types.join(", ") != row.types {
            complaint += &format!("types: {}\nserver: {}\n", types.join(", "), row.types);
        }
        if !written.undecided.is_empty() {
            complaint += &format!("undecided: {:?}\n", written.undecided);
        }
        if !complaint.is_empty() {
            wrong.push(format!("== {}\n{complaint}", row.written));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn different_queries_stay_different() {
    let schema = schema();
    let side = Side::new(&schema);
    let path = SearchPath::new(vec!["public".to_owned()]);
    let context = Context::new(&side, &path);
    let mut seen = crate::collections::BTreeMap::new();
    let mut alike = Vec::new();
    for row in rows() {
        let (text, _) = canon::query(&row.written, &context, &row.columns);
        if let Some(other) = seen.insert(text.text, row.written.clone()) {
            alike.push(format!("{other}\n{}", row.written));
        }
    }
    // These say the same in other words.
    let known = ["table a", "select g.g from", "select x as k, count(*) n", "select * from a", "group by 1"];
    alike.retain(|pair| !known.iter().any(|known| pair.contains(known)));
    assert!(alike.is_empty(), "{}", alike.join("\n\n"));
}

#[test]
fn deep_queries_do_not_overflow_the_stack() {
    let schema = schema();
    let side = Side::new(&schema);
    let path = SearchPath::new(vec!["public".to_owned()]);
    let context = Context::new(&side, &path);
    let wrap =
        |front: &str, back: &str, times: usize| front.repeat(times) + "select 1 as x" + &back.repeat(times);
    for times in [10, 40, 100, 1000, 10_000] {
        for (front, back) in [
            ("select * from (", ") t"),
            ("select x from a where x in (", ")"),
            ("select (", ") as x"),
            ("with q as (", ") select * from q"),
            ("(", ")"),
            ("select x from (a join lateral (", ") l on true)"),
            ("select 1 as x union (", ")"),
        ] {
            let text = wrap(front, back, times);
            canon::query(&text, &context, &[]);
        }
        canon::query(&("select 1".to_owned() + &" union all select 1".repeat(times)), &context, &[]);
        canon::query(&("select 1 from a".to_owned() + &" cross join b".repeat(times)), &context, &[]);
        canon::query(&("select 1 from a".to_owned() + &", b".repeat(times)), &context, &[]);
    }
}
