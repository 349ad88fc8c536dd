//! From two schemas to a plan. Free of any dialect: what is asked of one is in [`rules::Rules`].
//!
//! differences (`crate::diff`) → verdicts (`cascade`) → nodes and edges (`nodes`) → order (`graph`) → statements
//! (`fold`) → transactions (`transactions`). A new kind of object needs nothing here: it is one file in each of the
//! dialect's `expand/` (object → steps), `depend/` (object → what it needs) and `render/` (object → SQL), and a line in
//! the `mod.rs` of each. An object whose kind has no file is never passed over: it is a diagnostic of the plan.

mod cascade;
mod change;
pub mod consent;
mod edges;
mod fold;
mod graph;
pub mod memo;
mod nodes;
pub mod rules;
mod step;
mod times;
mod transactions;
pub mod way_back;

pub(crate) use change::FORGETS;
pub use change::{ChangeType, SchemaChange};
pub use step::{Hazard, Lock, Reversible, Severity, Shape, Step, Transactional, Verb};
pub use transactions::Transaction;

use crate::collections::BTreeSet;
use crate::diagnostic::{Diagnostic, Level};
use crate::diff::{Difference, diff};
use crate::model::{ObjectId, Schema};
use crate::options::Options;
use crate::pair::Pair;
use cascade::{Verdict, Verdicts};
use nodes::{Nodes, Phase};
use rules::{Context, Rules, Strength};
use serde::Serialize;
use times::Times;

/// What to do, and what there is to tell about it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Plan {
    /// The differences, in the order of their ids.
    pub changes: Vec<SchemaChange>,
    /// The statements in their order, cut into transactions.
    pub transactions: Vec<Transaction>,
    /// What could not be planned, and what is worth knowing.
    pub diagnostics: Vec<Diagnostic>,
}

impl Plan {
    /// All statements in their order.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.transactions.iter().flat_map(|transaction| &transaction.steps)
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.transactions.is_empty() && self.diagnostics.iter().all(|d| d.level != Level::Error)
    }

    /// Whether some step destroys data.
    pub fn is_destructive(&self) -> bool {
        self.steps().any(|step| step.destroys.is_some())
    }

    /// The most care that any step needs.
    pub fn severity(&self) -> Severity {
        self.steps().map(|step| step.severity).max().unwrap_or_default()
    }

    /// Puts steps before all others: what the rest was planned after.
    pub(crate) fn begin_with(&mut self, change: ChangeType, first: Vec<Step>) {
        if first.is_empty() {
            return;
        }
        self.changes.splice(0..0, first.iter().map(|step| describe(&step.object, change, &[step], None)));
        let rest = std::mem::take(&mut self.transactions);
        let first = transactions::transactions(first);
        self.transactions = transactions::joined(first, rest);
    }

    /// Puts steps first that nothing must commit after before the plan ends: behind leading transactions that lock nothing, so
    /// that what has to commit on its own does so before them.
    pub(crate) fn begin_once_committed(&mut self, change: ChangeType, first: Vec<Step>) {
        let locks_nothing =
            |of: &Transaction| of.transactional && of.steps.iter().all(|step| step.locks.is_empty());
        let leading = self.transactions.iter().take_while(|of| locks_nothing(of)).count();
        // Where all lock nothing, nobody would see the steps behind them.
        let leading = if leading < self.transactions.len() { leading } else { 0 };
        let rest = self.transactions.split_off(leading);
        let before = std::mem::replace(&mut self.transactions, rest);
        self.begin_with(change, first);
        let rest = std::mem::take(&mut self.transactions);
        self.transactions = before.into_iter().chain(rest).collect();
    }

    /// Puts steps after all others: what the rest was planned before.
    pub(crate) fn end_with(&mut self, change: ChangeType, last: Vec<Step>) {
        if last.is_empty() {
            return;
        }
        self.changes.extend(last.iter().map(|step| describe(&step.object, change, &[step], None)));
        let rest = std::mem::take(&mut self.transactions);
        self.transactions = transactions::joined(rest, transactions::transactions(last));
    }

    /// The plan as SQL: statements with blank lines between them, several in `BEGIN; ... COMMIT;`. Nothing for nothing.
    pub fn sql(&self) -> String {
        let mut out = Vec::new();
        for transaction in &self.transactions {
            let wrap = transaction.transactional && transaction.steps.len() > 1;
            if wrap {
                out.push("BEGIN;".to_owned());
            }
            out.extend(transaction.steps.iter().map(|step| format!("{};", step.sql)));
            if wrap {
                out.push("COMMIT;".to_owned());
            }
        }
        match out.is_empty() {
            true => String::new(),
            false => out.join("\n\n") + "\n",
        }
    }
}

/// The plan that takes the current schema to the desired one. Both are as their dialect's canon left them.
pub fn plan_with(rules: &dyn Rules, pair: Pair<&Schema>, options: &Options) -> Plan {
    let differences = diff(pair);
    if differences.is_empty() {
        return Plan::default();
    }
    let mut blunt = BTreeSet::new();
    loop {
        let memo = memo::Memo::default();
        let cx = Context { schemas: pair, options, blunt: &blunt, memo: &memo };
        match attempt(rules, &cx, &differences) {
            Ok(plan) => return plan,
            Err(on) => blunt.extend(on),
        }
    }
}

/// A plan, or the relations on which the gentle way would leave something out for a while: each time others.
fn attempt(
    rules: &dyn Rules,
    cx: &Context<'_>,
    differences: &[Difference<'_>],
) -> Result<Plan, BTreeSet<ObjectId>> {
    let mut verdicts = cascade::verdicts(rules, cx, differences);
    let mut nodes = nodes::nodes(rules, cx, &mut verdicts);
    let (mut graph, pairs) = edges::edges(rules, cx, &nodes);
    let at_once = vec![(0, 0); nodes.list.len()];
    let rank = ranks(rules, cx, &nodes, &at_once);
    let broken = graph.open_cycles(&rank);
    let order = graph.order(&rank);
    let order = match times::times(rules, cx, &nodes, &graph, &order, &pairs) {
        Times::InTheWay(on) => return Err(on),
        Times::Of(times) if times == at_once => order,
        Times::Of(times) => graph.order(&ranks(rules, cx, &nodes, &times)),
    };
    let mut plan = Plan::default();
    for (node, edge) in broken {
        if edge.strength == Strength::Soft {
            overlook(rules, cx, &mut nodes.list[node]);
            continue;
        }
        let (node, from) = (&nodes.list[node].id, &nodes.list[edge.from].id);
        plan.diagnostics.push(warning(
            "cycle",
            format!(
                "{from} should come before {node} ({}), but that would go round in a circle",
                edge.reason
            ),
        ));
    }
    for id in verdicts.unknown.iter().chain(&nodes.unknown) {
        let message = format!("{id} differs, but changing a {} is not known yet", id.kind.words());
        plan.diagnostics.push(Diagnostic { level: Level::Error, ..warning("unsupported-change", message) });
    }
    let own = nodes.list.iter().map(|node| node.steps.clone()).collect::<Vec<_>>();
    let steps = fold::fold(rules, cx, &mut nodes, &graph, &order);
    plan.changes = changes(cx, &verdicts, &nodes, &own);
    plan.transactions = transactions::transactions(steps.into_iter().map(|step| touched(cx, step)).collect());
    Ok(plan)
}

/// What a node needed softly comes after it.
fn overlook(rules: &dyn Rules, cx: &Context<'_>, node: &mut nodes::Node) {
    let setting = cx.schemas.desired.get(&node.id).and_then(|object| rules.overlooking(object));
    node.steps.iter_mut().for_each(|step| step.settings.extend(setting.map(Into::into)));
}

fn warning(code: &str, message: String) -> Diagnostic {
    Diagnostic { level: Level::Warning, code: code.into(), message, span: None, also: None, help: None }
}

/// The nodes' own order: by time; then creates and changes as people write them, then what goes last in the order
/// turned round.
fn ranks(rules: &dyn Rules, cx: &Context<'_>, nodes: &Nodes, times: &[(usize, u8)]) -> Vec<usize> {
    let key = |at: usize| {
        let node = &nodes.list[at];
        let (whole, schema) = match node.phase {
            Phase::Drop => (cx.schemas.desired.parent(&node.id).is_none(), cx.schemas.current),
            _ => (false, cx.schemas.desired),
        };
        let mut place = rules.place(schema, &node.id);
        if whole {
            place.rank = u16::MAX - place.rank;
        }
        (times[at], whole, place, &node.id, node.phase, at)
    };
    let keys: Vec<_> = (0..nodes.list.len()).map(key).collect();
    let mut sorted: Vec<usize> = (0..nodes.list.len()).collect();
    sorted.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
    let mut ranks = vec![0; sorted.len()];
    sorted.iter().enumerate().for_each(|(rank, node)| ranks[*node] = rank);
    ranks
}

/// Facts count for what was there before: nobody waits for a table that is new.
fn touched(cx: &Context<'_>, mut step: Step) -> Step {
    step.locks.retain(|lock| cx.schemas.current.contains(&lock.on));
    step.locks.sort();
    step.locks.dedup();
    step.rewrites.retain(|table| cx.schemas.current.contains(table));
    step.scans.retain(|table| cx.schemas.current.contains(table));
    step
}

/// The changes as the user is told of them.
fn changes(cx: &Context<'_>, verdicts: &Verdicts, nodes: &Nodes, own: &[Vec<Step>]) -> Vec<SchemaChange> {
    let mut out = Vec::new();
    for (id, verdict) in &verdicts.of {
        let (change_type, phases): (_, &[Phase]) = match verdict {
            Verdict::Create => (ChangeType::Create, &[Phase::Create]),
            Verdict::Drop => (ChangeType::Drop, &[Phase::Drop]),
            Verdict::Alter(_) => (ChangeType::Alter, &[Phase::Alter]),
            Verdict::Replace => (ChangeType::Replace, &[Phase::Drop, Phase::Create]),
            Verdict::Around(_) => (ChangeType::Alter, &[Phase::Drop, Phase::Create]),
        };
        let at: Vec<usize> = phases.iter().filter_map(|phase| nodes.get(id, *phase)).collect();
        // Parts that have no statement of their own are told of with what they belong to.
        if at.iter().all(|node| nodes.list[*node].id != *id) {
            continue;
        }
        let steps: Vec<&Step> = (at.iter().flat_map(|node| nodes.chain(*node)))
            .flat_map(|node| match own[node].iter().any(|step| step.shape == Shape::Open) {
                true => &nodes.list[node].steps,
                false => &own[node],
            })
            .collect();
        out.push(placed(cx, describe(id, change_type, &steps, verdicts.because.get(id))));
    }
    out
}

fn describe(
    id: &ObjectId,
    change_type: ChangeType,
    steps: &[&Step],
    because: Option<&ObjectId>,
) -> SchemaChange {
    let verb = match change_type {
        ChangeType::Create => "create",
        ChangeType::Alter => "alter",
        ChangeType::Replace => "replace",
        ChangeType::Rename => "rename",
        ChangeType::Drop => "drop",
    };
    let because = because.map_or(String::new(), |on| format!(" because {on} changes"));
    let mut facts = Step::new(Verb::Alter, id, "");
    steps.iter().for_each(|step| facts.absorb((*step).clone()));
    let relation = id.is_part() || id.kind == crate::model::Kind::Table;
    SchemaChange {
        change_type,
        id: id.clone(),
        table: relation.then(|| format!("{}.{}", id.schema, id.name)),
        is_destructive: facts.destroys.is_some(),
        severity: facts.severity,
        description: format!("{verb} {id}{because}"),
        sql: steps.iter().map(|step| format!("{};\n", step.sql)).collect(),
        locks: facts.locks,
        rewrites: facts.rewrites,
        scans: facts.scans,
        destroys: facts.destroys,
        reversible: facts.reversible,
        hazards: facts.hazards,
    }
}

/// A change with what only both sides together tell: its relation, and whom it disturbs.
fn placed(cx: &Context<'_>, mut change: SchemaChange) -> SchemaChange {
    let itself = change.id.itself();
    if let Some(on) = cx.schemas.desired.parent(&itself).or_else(|| cx.schemas.current.parent(&itself)) {
        change.table = Some(format!("{}.{}", on.schema, on.name));
    }
    change.locks.retain(|lock| cx.schemas.current.contains(&lock.on));
    change.rewrites.retain(|table| cx.schemas.current.contains(table));
    change.scans.retain(|table| cx.schemas.current.contains(table));
    change
}
