//! The rare kinds: made from their canonical statement, changed in place where PostgreSQL can and else made anew.

use crate::collections::BTreeMap;
use crate::dialect::postgres::definition::{self as of_clauses, Clauses};
use crate::dialect::postgres::render::ident;
use crate::dialect::postgres::render::target::target;
use crate::model::{Definition, Kind, ObjectId, Schema};
use crate::pair::Pair;
use crate::plan::rules::Alteration;
use crate::plan::{Severity, Step, Verb};

pub(super) fn create(id: &ObjectId, of: &Definition) -> Vec<Step> {
    let mut sql = vec![of_clauses::create(id, &of.clauses)];
    sql.extend(additions(id, &Clauses::new(), &of.clauses));
    let mut steps = statements(id, sql);
    if let Some(first) = steps.first_mut() {
        first.verb = Verb::Create;
    }
    if id.kind == Kind::Subscription {
        let text = "it is made without connecting: its slot has to be made on the publisher, then ENABLE it";
        steps = steps.into_iter().map(|step| step.hazard("subscription-not-connected", text)).collect();
    }
    steps
}

pub(super) fn drop(schema: &Schema, id: &ObjectId) -> Vec<Step> {
    let drop = Step::new(Verb::Drop, id, format!("DROP {}", target(schema, id)));
    if id.kind != Kind::Subscription {
        return vec![drop.raise(Severity::Medium)];
    }
    // A subscription that has a slot can be dropped outside a transaction alone.
    let head = format!("ALTER SUBSCRIPTION {}", ident(&id.name));
    let mut steps = statements(id, vec![format!("{head} DISABLE"), format!("{head} SET (slot_name = NONE)")]);
    steps.push(
        drop.hazard("slot-stays", "its replication slot stays on the publisher and holds on to its log"),
    );
    steps
}

pub(super) fn alter(id: &ObjectId, pair: Pair<&Definition>) -> Alteration {
    let (from, to) = (&pair.current.clauses, &pair.desired.clauses);
    if from == to {
        return Alteration::InPlace(Vec::new());
    }
    match in_place(id, from, to) {
        Some(sql) => Alteration::InPlace(statements(id, sql)),
        None => Alteration::Replace,
    }
}

fn statements(id: &ObjectId, sql: Vec<String>) -> Vec<Step> {
    sql.into_iter().map(|sql| Step::new(Verb::Alter, id, sql)).collect()
}

/// The statements that change it; `None` where there are none for that.
fn in_place(id: &ObjectId, from: &Clauses, to: &Clauses) -> Option<Vec<String>> {
    let changed = changed(from, to);
    let only = |may: &[&str]| changed.keys().all(|name| may.iter().any(|prefix| name.starts_with(prefix)));
    match id.kind {
        Kind::EventTrigger if only(&["enabled"]) => Some(additions(id, from, to)),
        Kind::Statistics if only(&["target"]) => Some(additions(id, from, to)),
        Kind::OperatorFamily => Some(additions(id, from, to)),
        Kind::TextSearchConfiguration if only(&["mapping "]) => Some(additions(id, from, to)),
        Kind::TextSearchDictionary if only(&["option "]) => Some(dictionary(id, &changed)),
        Kind::Operator if only(&["RESTRICT", "JOIN"]) => Some(operator(id, &changed)),
        Kind::ForeignDataWrapper | Kind::Server | Kind::UserMapping
            if only(&["option ", "version", "handler", "validator"]) =>
        {
            Some(foreign(id, from, &changed))
        }
        Kind::Publication if only(&["table ", "schema ", "with "]) => {
            Some(publication(id, from, to, &changed))
        }
        Kind::Subscription => Some(subscription(id, &changed)),
        Kind::Language => Some(vec![or_replace(id, to)]),
        Kind::Transform => Some(vec![or_replace(id, to)]),
        _ => None,
    }
}

fn or_replace(id: &ObjectId, to: &Clauses) -> String {
    of_clauses::create(id, to).replacen("CREATE ", "CREATE OR REPLACE ", 1)
}

/// The clauses that differ, with what they become.
fn changed<'c>(from: &'c Clauses, to: &'c Clauses) -> BTreeMap<&'c str, Option<&'c str>> {
    let gone = from.keys().filter(|name| !to.contains_key(*name)).map(|name| (name.as_str(), None));
    let new = (to.iter())
        .filter(|(name, value)| from.get(*name) != Some(value))
        .map(|(name, value)| (name.as_str(), Some(value.as_str())));
    gone.chain(new).collect()
}

/// What is not in the CREATE statement: states, members, mappings.
fn additions(id: &ObjectId, from: &Clauses, to: &Clauses) -> Vec<String> {
    let name = of_clauses::name(id);
    match id.kind {
        Kind::EventTrigger if from.get("enabled") != to.get("enabled") => {
            let state = to.get("enabled").map_or("ENABLE", String::as_str);
            vec![format!("ALTER EVENT TRIGGER {name} {state}")]
        }
        Kind::Statistics if from.get("target") != to.get("target") => {
            let target = to.get("target").map_or("-1", String::as_str);
            vec![format!("ALTER STATISTICS {name} SET STATISTICS {target}")]
        }
        Kind::OperatorFamily => family(id, from, to),
        Kind::TextSearchConfiguration => mappings(&name, from, to),
        _ => Vec::new(),
    }
}

fn family(id: &ObjectId, from: &Clauses, to: &Clauses) -> Vec<String> {
    let head = format!("ALTER OPERATOR FAMILY {}{}", of_clauses::name(id), of_clauses::using(id));
    let (gone, new): (Clauses, Clauses) = {
        let differs = |a: &Clauses, b: &Clauses| -> Clauses {
            let one = a.iter().filter(|(name, value)| b.get(*name) != Some(value));
            one.map(|(name, value)| (name.clone(), value.clone())).collect()
        };
        (differs(from, to), differs(to, from))
    };
    let mut out = Vec::new();
    let dropped: Vec<_> = gone.keys().map(|member| member.replacen("operator", "OPERATOR", 1)).collect();
    if !dropped.is_empty() {
        let dropped: Vec<_> = dropped.iter().map(|one| one.replacen("function", "FUNCTION", 1)).collect();
        out.push(format!("{head} DROP\n    {}", dropped.join(",\n    ")));
    }
    let added = of_clauses::members(&new);
    if !added.is_empty() {
        out.push(format!("{head} ADD\n    {}", added.join(",\n    ")));
    }
    out
}

/// Token types that are mapped alike share a statement.
fn mappings(name: &str, from: &Clauses, to: &Clauses) -> Vec<String> {
    let before: BTreeMap<_, _> = of_clauses::mappings(from).collect();
    let after: BTreeMap<_, _> = of_clauses::mappings(to).collect();
    let head = format!("ALTER TEXT SEARCH CONFIGURATION {name}");
    let mut out = Vec::new();
    let gone: Vec<_> = before.keys().filter(|token| !after.contains_key(*token)).map(|t| ident(t)).collect();
    if !gone.is_empty() {
        out.push(format!("{head}\n    DROP MAPPING FOR {}", gone.join(", ")));
    }
    let mut grouped: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for (token, dictionaries) in &after {
        let verb = match before.get(token) {
            Some(old) if old == dictionaries => continue,
            Some(_) => "ALTER",
            None => "ADD",
        };
        grouped.entry((verb, dictionaries)).or_default().push(ident(token));
    }
    for ((verb, dictionaries), tokens) in grouped {
        out.push(format!("{head}\n    {verb} MAPPING FOR {} WITH {dictionaries}", tokens.join(", ")));
    }
    out
}

fn dictionary(id: &ObjectId, changed: &BTreeMap<&str, Option<&str>>) -> Vec<String> {
    let options: Vec<_> = (changed.iter())
        .map(|(name, value)| {
            let name = ident(name.trim_start_matches("option "));
            value.map_or(name.clone(), |value| format!("{name} = {value}"))
        })
        .collect();
    vec![format!("ALTER TEXT SEARCH DICTIONARY {} ({})", of_clauses::name(id), options.join(", "))]
}

fn operator(id: &ObjectId, changed: &BTreeMap<&str, Option<&str>>) -> Vec<String> {
    let settings: Vec<_> =
        changed.iter().map(|(name, value)| format!("{name} = {}", value.unwrap_or("NONE"))).collect();
    vec![format!("ALTER OPERATOR {}{} SET ({})", of_clauses::name(id), id.part, settings.join(", "))]
}

/// Options, version, functions of a wrapper, server or user mapping.
fn foreign(id: &ObjectId, from: &Clauses, changed: &BTreeMap<&str, Option<&str>>) -> Vec<String> {
    let mut sql = match id.kind {
        Kind::ForeignDataWrapper => format!("ALTER FOREIGN DATA WRAPPER {}", ident(&id.name)),
        Kind::Server => format!("ALTER SERVER {}", ident(&id.name)),
        _ => format!("ALTER USER MAPPING {}", of_clauses::mapping(id)),
    };
    for (name, value) in changed.iter().filter(|(name, _)| !name.starts_with("option ")) {
        sql += &match (*name, value) {
            ("version", value) => format!(" VERSION {}", value.unwrap_or("NULL")),
            (name, Some(value)) => format!(" {} {value}", name.to_uppercase()),
            (name, None) => format!(" NO {}", name.to_uppercase()),
        };
    }
    let options: Vec<_> = (changed.iter())
        .filter_map(|(name, value)| {
            let option = ident(name.strip_prefix("option ")?);
            Some(match value {
                None => format!("DROP {option}"),
                Some(value) => {
                    let verb = if from.contains_key(*name) { "SET" } else { "ADD" };
                    format!("{verb} {option} {}", of_clauses::literal(value))
                }
            })
        })
        .collect();
    if !options.is_empty() {
        sql += &format!(" OPTIONS ({})", options.join(", "));
    }
    vec![sql]
}

fn publication(
    id: &ObjectId,
    from: &Clauses,
    to: &Clauses,
    changed: &BTreeMap<&str, Option<&str>>,
) -> Vec<String> {
    let head = format!("ALTER PUBLICATION {}", ident(&id.name));
    let is_member = |name: &str| name.starts_with("table ") || name.starts_with("schema ");
    let pick = |wanted: &dyn Fn(&str) -> bool, of: &Clauses| -> Clauses {
        let picked = of.iter().filter(|(name, _)| is_member(name) && wanted(name));
        picked.map(|(name, value)| (name.clone(), value.clone())).collect()
    };
    let gone: Clauses =
        pick(&|name| !to.contains_key(name), from).into_keys().map(|k| (k, String::new())).collect();
    let new = pick(&|name| !from.contains_key(name), to);
    let other = pick(&|name| from.contains_key(name) && changed.contains_key(name), to);
    let mut out = Vec::new();
    // A list of columns or a filter is changed by giving all members anew.
    match (other.is_empty(), of_clauses::publication_members(to)) {
        (false, Some(all)) => out.push(format!("{head} SET {all}")),
        _ => {
            out.extend(of_clauses::publication_members(&gone).map(|gone| format!("{head} DROP {gone}")));
            out.extend(of_clauses::publication_members(&new).map(|new| format!("{head} ADD {new}")));
        }
    }
    let settings: Vec<_> = (changed.iter())
        .filter_map(|(name, value)| {
            let name = name.strip_prefix("with ")?;
            let default = match name {
                "publish" => "'insert, update, delete, truncate'",
                "publish_generated_columns" => "none",
                _ => "false",
            };
            Some(format!("{name} = {}", value.unwrap_or(default)))
        })
        .collect();
    if !settings.is_empty() {
        out.push(format!("{head} SET ({})", settings.join(", ")));
    }
    out
}

fn subscription(id: &ObjectId, changed: &BTreeMap<&str, Option<&str>>) -> Vec<String> {
    let head = format!("ALTER SUBSCRIPTION {}", ident(&id.name));
    let mut out = Vec::new();
    let mut settings = Vec::new();
    for (name, value) in changed {
        match (name.strip_prefix("with "), value) {
            (Some("slot_name"), None) => {
                settings.push(format!("slot_name = {}", of_clauses::literal(&id.name)))
            }
            (Some("synchronous_commit"), None) => settings.push("synchronous_commit = 'off'".to_owned()),
            (Some("origin"), None) => settings.push("origin = 'any'".to_owned()),
            (Some("password_required"), None) => settings.push("password_required = true".to_owned()),
            (Some(name), value) => settings.push(format!("{name} = {}", value.unwrap_or("false"))),
            (None, Some(value)) if *name == "connection" => out.push(format!("{head} CONNECTION {value}")),
            (None, Some(value)) => {
                out.push(format!("{head} SET PUBLICATION {value} WITH (refresh = false)"));
            }
            (None, None) => {}
        }
    }
    if !settings.is_empty() {
        out.push(format!("{head} SET ({})", settings.join(", ")));
    }
    out
}
