//! Two sides compared as a host asks for it: the plan there, the way back, and what a report on them needs. The hosts
//! share this, so that all of them give the same answer.

use crate::diagnostic::{Diagnostic, Level};
use crate::model::{Kind, Schema};
use crate::options::{Options, Rename};
use crate::pair::Pair;
use crate::plan::Plan;
use crate::report::Report;
use crate::scope::Scope;
use crate::side::Side;
use crate::{canonical, plan, plan_back, snapshot};

/// What came of a comparison.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The plan: there, or back with each step graded.
    pub plan: Plan,
    /// Whether it is the way back.
    pub back: bool,
    /// The fingerprints of the states that the plan leads from and to, where they were asked for.
    pub fingerprints: Pair<String>,
    /// Statements of the sources that were left out, as `file:line:column: message`.
    pub left_out: Vec<String>,
}

impl Comparison {
    /// Compares two sides that have no faults. `schemas` are the names that the user limited both to.
    ///
    /// # Errors
    /// Neither side has anything in a schema of that name: a slip, since nothing would ever differ.
    pub fn new(
        sides: Pair<&Side>,
        schemas: &[String],
        mut options: Options,
        back: bool,
    ) -> Result<Self, Diagnostic> {
        let pair = sides.map(|side| &side.schema);
        known(schemas, pair)?;
        options.directives.clone_from(&sides.desired.renames);
        let unread = [sides.current, sides.desired].iter().flat_map(|side| side.unread.clone()).collect();
        let scope = Scope { ignore: unread, ..Scope::default() };
        let limited = (!scope.ignore.is_empty()).then(|| pair.map(|schema| scope.limit(schema.clone())));
        let pair = limited.as_ref().map_or(pair, Pair::as_ref);
        let plan = if back { plan_back(pair, &options) } else { plan(pair, &options) };
        let left_out = [sides.current, sides.desired].iter().flat_map(|side| side.left_out.clone()).collect();
        Ok(Comparison { plan, back, fingerprints: Pair::default(), left_out })
    }

    /// The same with the fingerprints, which take a while.
    pub fn with_fingerprints(mut self, sides: Pair<&Side>) -> Self {
        let canonical = sides.map(|side| canonical(&side.schema));
        let sides = snapshot::fingerprints(canonical.as_ref());
        self.fingerprints = if self.back { sides.swap() } else { sides };
        self
    }

    /// How many faults the plan has: one that leaves out what it should do is none.
    pub fn faults(&self) -> usize {
        self.plan.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error).count()
    }

    /// For people and programs.
    pub fn report(&self) -> Report<'_> {
        Report {
            fingerprints: self.fingerprints.clone(),
            left_out: &self.left_out,
            back: self.back,
            ..Report::new(&self.plan)
        }
    }
}

/// What `OLD=NEW` says.
///
/// # Errors
/// It has another form.
pub fn rename(asked: &str) -> Result<Rename, Diagnostic> {
    match asked.split_once('=') {
        Some((from, to)) if !from.trim().is_empty() && !to.trim().is_empty() => {
            Ok(Rename { from: from.trim().into(), to: to.trim().into() })
        }
        _ => Err(Diagnostic::of_all("rename", format!("`--rename {asked}` is not of the form OLD=NEW"))
            .help("as in --rename orders.note=remark")),
    }
}

fn known(names: &[String], schemas: Pair<&Schema>) -> Result<(), Diagnostic> {
    let lives = |schema: &Schema, name: &str| {
        schema.objects.keys().any(|id| id.schema == name || id.kind == Kind::Schema && id.name == name)
    };
    match names.iter().find(|name| !lives(schemas.current, name) && !lives(schemas.desired, name)) {
        Some(name) => Err(Diagnostic::of_all(
            "unknown-schema",
            format!("neither FROM nor TO has anything in a schema `{name}`"),
        )
        .help("--schema takes a name as it is, without quotes or patterns")),
        None => Ok(()),
    }
}
