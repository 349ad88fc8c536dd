//! One step of a plan with its facts. What the facts are is found out in `dialect/*/expand`; policy only reads them.

use crate::model::ObjectId;
use crate::value::{Fields, FromValue, Unread};
use crate::{named, reads};
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;

/// What a step does to its object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Verb {
    Create,
    #[default]
    Alter,
    Rename,
    Move,
    Validate,
    Drop,
}

named!(Verb {
    Create = "create",
    Alter = "alter",
    Rename = "rename",
    Move = "move",
    Validate = "validate",
    Drop = "drop",
});

/// How much care a step needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nobody will notice.
    #[default]
    Low,
    /// Something waits for a short time, or may fail on the data that is there.
    Medium,
    /// Something waits for as long as a table is big, or what others rely on goes away.
    High,
    /// Data are lost.
    Critical,
}

named!(Severity {
    Low = "LOW",
    Medium = "MEDIUM",
    High = "HIGH",
    Critical = "CRITICAL",
});

/// A lock, by the server's name of its mode, and what it is taken on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Lock {
    /// `ACCESS EXCLUSIVE`, `SHARE ROW EXCLUSIVE`, ...
    pub mode: String,
    /// The relation.
    pub on: ObjectId,
}

reads!(Lock { mode, on; });

/// Where a step may run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Transactional {
    /// In a transaction with others.
    #[default]
    Yes,
    /// In a transaction that is committed before what follows uses its effect (`ALTER TYPE ... ADD VALUE`).
    CommitAfter,
    /// In a transaction of its own: it takes long, and must not keep the locks of what came before (`VALIDATE CONSTRAINT`).
    Alone,
    /// Only outside a transaction (`CREATE INDEX CONCURRENTLY`).
    No,
}

named!(Transactional {
    Yes = "yes",
    CommitAfter = "commit_after",
    Alone = "alone",
    No = "no",
});

/// Whether a step can be taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "grade", content = "what")]
pub enum Reversible {
    /// Completely.
    #[default]
    Lossless,
    /// The definition comes back, the named data do not.
    LosesData(String),
    /// No statement takes it back.
    Impossible(String),
}

impl FromValue for Reversible {
    fn from_value(value: Value) -> Result<Self, Unread> {
        let mut fields = Fields::of(value)?;
        let grade: String = fields.take("grade")?;
        Ok(match grade.as_str() {
            "lossless" => Reversible::Lossless,
            "loses_data" => Reversible::LosesData(fields.take("what")?),
            "impossible" => Reversible::Impossible(fields.take("what")?),
            _ => return Err(Unread::unknown(&grade, &["lossless", "loses_data", "impossible"])),
        })
    }
}

impl Reversible {
    /// The grade of two together: the worse one, and all that it says.
    fn and(self, other: Self) -> Self {
        use Reversible::{Impossible, LosesData, Lossless};
        let both = |a: String, b: String| if a == b { a } else { format!("{a}; {b}") };
        match (self, other) {
            (Lossless, grade) | (grade, Lossless) => grade,
            (LosesData(a), LosesData(b)) => LosesData(both(a, b)),
            (Impossible(a), Impossible(b)) => Impossible(both(a, b)),
            (Impossible(a), _) | (_, Impossible(a)) => Impossible(a),
        }
    }
}

/// Something that can go wrong, by a stable code and in words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Hazard {
    /// Such as `fails-on-nulls`.
    pub code: String,
    /// One sentence.
    pub text: String,
}

reads!(Hazard { code, text; });

/// How a step's text is made, so that `fold` can join steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A statement of its own.
    #[default]
    Statement,
    /// One action of an `ALTER TABLE`: the part up to the actions, and the action.
    TableAction {
        /// `ALTER TABLE app.t`.
        head: String,
        /// `ADD COLUMN a integer`.
        action: String,
    },
    /// Written by its dialect once it is known what it takes in: a `CREATE TABLE`, an `ADD COLUMN`.
    Open,
}

/// One statement and what there is to know about it.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// What it does.
    pub verb: Verb,
    /// To what.
    pub object: ObjectId,
    /// To what else, where several are joined in one statement.
    #[serde(skip)]
    pub also: Vec<ObjectId>,
    /// The statement, without `;`.
    pub sql: String,
    /// How it may be joined with others.
    #[serde(skip)]
    pub shape: Shape,
    /// Settings that have to hold in its transaction.
    #[serde(skip)]
    pub settings: Vec<Cow<'static, str>>,
    /// The strongest lock on each relation it touches that was there before.
    pub locks: Vec<Lock>,
    /// Tables it rewrites.
    pub rewrites: Vec<ObjectId>,
    /// Tables it reads through.
    pub scans: Vec<ObjectId>,
    /// Where it may run.
    pub transactional: Transactional,
    /// The data it destroys.
    pub destroys: Option<String>,
    /// Whether it can be taken back.
    pub reversible: Reversible,
    /// What can go wrong.
    pub hazards: Vec<Hazard>,
    /// How much care it needs; at least what the other facts imply.
    pub severity: Severity,
    /// On the way back, what it brings back of what was there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way_back: Option<Reversible>,
}

reads!(Step { verb, object, sql, locks, rewrites, scans, transactional, destroys, reversible, hazards, severity; way_back; also, shape, settings });

impl Step {
    /// A statement of its own, with the facts of a harmless one.
    pub fn new(verb: Verb, object: &ObjectId, sql: impl Into<String>) -> Self {
        Step {
            verb,
            object: object.clone(),
            also: Vec::new(),
            sql: sql.into(),
            shape: Shape::Statement,
            settings: Vec::new(),
            locks: Vec::new(),
            rewrites: Vec::new(),
            scans: Vec::new(),
            transactional: Transactional::Yes,
            destroys: None,
            reversible: Reversible::Lossless,
            hazards: Vec::new(),
            severity: Severity::Low,
            way_back: None,
        }
    }

    /// An action of an `ALTER TABLE` (`head` is the statement up to its actions).
    pub fn action(verb: Verb, object: &ObjectId, head: &str, action: impl Into<String>) -> Self {
        let action = action.into();
        let sql = format!("{head} {action}");
        Step { shape: Shape::TableAction { head: head.into(), action }, ..Self::new(verb, object, sql) }
    }

    /// The statement that makes an object, written once it is known which of its parts go in.
    pub fn open(object: &ObjectId) -> Self {
        Step { shape: Shape::Open, ..Self::new(Verb::Create, object, "") }
    }

    /// Takes a lock.
    pub fn lock(mut self, mode: &str, on: &ObjectId) -> Self {
        self.locks.push(Lock { mode: mode.into(), on: on.itself() });
        self.raise(Severity::Low)
    }

    /// Rewrites a table.
    pub fn rewrites(mut self, table: &ObjectId) -> Self {
        self.rewrites.push(table.clone());
        self.raise(Severity::High)
    }

    /// Reads a table through.
    pub fn scans(mut self, table: &ObjectId) -> Self {
        self.scans.push(table.clone());
        self.raise(Severity::Medium)
    }

    /// Destroys data, which no reverse brings back.
    pub fn destroys(mut self, what: impl Into<String>) -> Self {
        let what = what.into();
        self.reversible = Reversible::LosesData(what.clone());
        self.destroys = Some(what);
        self.raise(Severity::Critical)
    }

    /// Can go wrong.
    pub fn hazard(mut self, code: &str, text: impl Into<String>) -> Self {
        self.hazards.push(Hazard { code: code.into(), text: text.into() });
        self.raise(Severity::Medium)
    }

    /// The definition of something goes with it that nobody may have elsewhere: code, though no data.
    pub fn forgets(self, what: &ObjectId) -> Self {
        self.hazard(super::FORGETS, format!("the definition of {what} is lost if it is nowhere else"))
    }

    /// Cannot be taken back.
    pub fn irreversible(mut self, why: impl Into<String>) -> Self {
        self.reversible = Reversible::Impossible(why.into());
        self
    }

    /// Where it may run.
    pub fn transactional(mut self, transactional: Transactional) -> Self {
        self.transactional = transactional;
        self
    }

    /// Needs at least this much care.
    pub fn raise(mut self, severity: Severity) -> Self {
        self.severity = self.severity.max(severity);
        self
    }

    /// Whether nothing else may share its transaction.
    pub fn is_apart(&self) -> bool {
        matches!(self.transactional, Transactional::No | Transactional::Alone)
    }

    /// Takes in the facts of a step that is joined to this one.
    pub fn absorb(&mut self, other: Step) {
        merge(&mut self.also, other.also);
        if other.object != self.object {
            merge(&mut self.also, vec![other.object]);
        }
        merge(&mut self.settings, other.settings);
        merge(&mut self.locks, other.locks);
        merge(&mut self.rewrites, other.rewrites);
        merge(&mut self.scans, other.scans);
        merge(&mut self.hazards, other.hazards);
        self.severity = self.severity.max(other.severity);
        self.destroys = match (self.destroys.take(), other.destroys) {
            (Some(a), Some(b)) if a != b => Some(format!("{a}; {b}")),
            (a, b) => a.or(b),
        };
        self.reversible = std::mem::take(&mut self.reversible).and(other.reversible);
    }
}

fn merge<T: PartialEq>(into: &mut Vec<T>, from: Vec<T>) {
    for item in from {
        if !into.contains(&item) {
            into.push(item);
        }
    }
}
