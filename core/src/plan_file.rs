//! A plan saved to be carried out later: the plan's document (`report::json`) with a part `saved` that binds it. It holds
//! the state wanted, so that the outcome can be compared with it; the fingerprints of the states it leads from and to stand
//! in the document itself; a digest over everything shows whether somebody changed it. Reading and writing files is the
//! host's business.

use crate::diagnostic::{Diagnostic, Level};
use crate::model::Schema;
use crate::options::Manage;
use crate::pair::Pair;
use crate::plan::{Plan, SchemaChange};
use crate::reads;
use crate::report::{self, Document, Report};
use crate::scope::Scope;
use crate::snapshot;
use crate::source::Source;
use crate::value::{Unread, from_value};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What a saved plan is made for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bound {
    /// The program that made it, with its version.
    pub tool: String,
    /// The database it was made for, for people: what binds is the fingerprint.
    pub target: String,
    /// What of the database it is about.
    pub scope: Scope,
    /// What is managed everywhere.
    pub manage: Manage,
}

reads!(Bound { tool, target, scope, manage; });

/// A saved plan, read back.
#[derive(Clone, Debug, Default)]
pub struct PlanFile {
    /// What it was made for.
    pub bound: Bound,
    /// The fingerprints of the states it leads from and to.
    pub fingerprints: Pair<String>,
    /// The plan. Its diagnostics were told when it was made, and are left out.
    pub plan: Plan,
    /// What it does not do for want of consent.
    pub held_back: Vec<SchemaChange>,
    /// The state it leads to.
    pub desired: Schema,
}

/// The text of a saved plan. `desired` is the state that the plan leads to, as far as `bound.scope` goes.
pub fn write(report: &Report<'_>, bound: &Bound, desired: &Schema) -> String {
    let mut document: Value = serde_json::from_str(&report::json(report)).unwrap_or_default();
    if let Value::Object(fields) = &mut document {
        let saved = json!({
            "tool": bound.tool, "target": bound.target, "scope": bound.scope,
            "manage": bound.manage, "desired": snapshot::objects(desired),
        });
        fields.insert("saved".into(), saved);
    }
    let digest = digest(&document);
    if let Some(Value::Object(saved)) = document.get_mut("saved") {
        saved.insert("digest".into(), digest.into());
    }
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// Reads a saved plan, and says why it is none, or not what was saved.
pub fn read(source: &Source) -> Result<PlanFile, Diagnostic> {
    let name = &source.name;
    let wrong = |code: &str, message: String| {
        fault(code, message, "make it again with `schemasync plan --out`, and change nothing in it")
    };
    let mut document: Value = serde_json::from_str(&source.text)
        .map_err(|e| wrong("bad-plan", format!("`{name}` is no saved plan: {e}")))?;
    let field = |name: &str| document.get(name).cloned().unwrap_or_default();
    if field("format") != report::FORMAT || !field("saved").is_object() {
        return Err(wrong("bad-plan", format!("`{name}` is JSON, but no saved plan")));
    }
    if field("version") != report::VERSION {
        let message = format!(
            "`{name}` is a plan of version {}; this program reads version {}",
            field("version"),
            report::VERSION
        );
        return Err(wrong("plan-version", message));
    }
    let said =
        document.get_mut("saved").and_then(Value::as_object_mut).and_then(|saved| saved.remove("digest"));
    if said != Some(Value::from(digest(&document))) {
        let message = format!("`{name}` does not match its digest: it was cut short or changed by hand");
        return Err(wrong("plan-digest", message));
    }
    understood(document).map_err(|e| wrong("bad-plan", format!("`{name}` is not understood: {e}")))
}

/// A document whose digest is right.
fn understood(mut document: Value) -> Result<PlanFile, Unread> {
    let mut saved = document.get_mut("saved").map(Value::take).unwrap_or_default();
    let entries = saved.as_object_mut().and_then(|saved| saved.remove("desired")).unwrap_or_default();
    let entries = entries.as_array().map(Vec::as_slice).unwrap_or_default();
    let read = Document::read(document)?;
    Ok(PlanFile {
        bound: from_value(saved)?,
        fingerprints: read.fingerprints,
        plan: Plan { diagnostics: Vec::new(), ..read.plan },
        held_back: read.held_back,
        desired: snapshot::schema(entries)?,
    })
}

/// A SHA-256 over a document, whatever its blanks: objects have their keys in order.
fn digest(document: &Value) -> String {
    let mut out = String::from("sha256:");
    for byte in Sha256::digest(document.to_string()) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn fault(code: &str, message: String, help: &str) -> Diagnostic {
    Diagnostic {
        level: Level::Error,
        code: code.into(),
        message,
        span: None,
        also: None,
        help: Some(help.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    fn saved() -> (String, Plan) {
        let schema = |text: &str| crate::parse(&[Source::new("s.sql", text)]).schema;
        let pair =
            Pair::new(schema("CREATE TABLE t (a integer, b integer);"), schema("CREATE TABLE t (a bigint);"));
        let plan = crate::plan(pair.as_ref(), &Options::default());
        let fingerprints = pair.as_ref().map(snapshot::fingerprint);
        let report = Report { fingerprints, ..Report::new(&plan) };
        let bound = Bound { tool: "schemasync 1".into(), ..Bound::default() };
        (write(&report, &bound, &pair.desired), plan)
    }

    #[test]
    fn comes_back_as_it_was() {
        let (text, plan) = saved();
        let file = read(&Source::new("plan.json", text.as_str())).unwrap();
        assert_eq!(file.bound.tool, "schemasync 1");
        assert_eq!(file.plan.changes, plan.changes);
        assert_eq!(file.plan.sql(), plan.sql());
        assert_eq!(snapshot::fingerprint(&file.desired), file.fingerprints.desired);
        // Blanks are nobody's business.
        assert!(read(&Source::new("plan.json", text.replace("\n", "\n "))).is_ok());
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        pretty_assertions::assert_eq!(read(&Source::new("p.json", text)).unwrap_err().message, expected);
    }

    #[test]
    fn what_was_changed_is_refused() {
        let (text, _) = saved();
        let changed = "`p.json` does not match its digest: it was cut short or changed by hand";
        check(&text.replace("DROP COLUMN b", "DROP COLUMN a"), changed);
        check(&text.replace("schemasync 1", "schemasync 2"), changed);
        check(&text.replace("\"digest\"", "\"digset\""), changed);
        check(
            &text.replace("\"version\": 1", "\"version\": 2"),
            "`p.json` is a plan of version 2; this program reads version 1",
        );
        check("{}", "`p.json` is JSON, but no saved plan");
        check("{", "`p.json` is no saved plan: EOF while parsing an object at line 1 column 1");
    }
}
