//! From verdicts to the nodes of the graph. The edges between them are in `edges`.

use super::cascade::{Verdict, Verdicts, is_label};
use super::rules::{Context, Fold, Rules, Yielding};
use super::step::Step;
use crate::collections::{BTreeMap, BTreeSet};
use crate::model::{Facet, Object, ObjectId};

/// What a node does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// Drops.
    Drop,
    /// Changes in place.
    Alter,
    /// Creates.
    Create,
}

/// A node: the steps of one object in one phase, with those of the parts that have none of their own. Where some of them
/// have to stand apart from what shares a transaction, they are nodes of their own: `ahead` what makes ready (an index
/// is built), `behind` what comes when it is done (a constraint is validated).
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The object.
    pub id: ObjectId,
    /// What is done.
    pub phase: Phase,
    /// The steps.
    pub steps: Vec<Step>,
    /// The parts that are written in these steps.
    pub parts: Vec<ObjectId>,
    /// Nodes whose statement may take this one in, the first that the order allows.
    pub into: Vec<usize>,
    /// The nodes with what is to be done before, in their order.
    pub ahead: Vec<usize>,
    /// The nodes with what is to be done after, in their order.
    pub behind: Vec<usize>,
}

impl Node {
    /// Whether it shares no transaction with others.
    pub(super) fn stands_apart(&self) -> bool {
        self.steps.iter().any(Step::is_apart)
    }
}

/// All nodes, and which of them deals with an object in a phase.
#[derive(Clone, Debug, Default)]
pub(super) struct Nodes {
    /// By number.
    pub list: Vec<Node>,
    /// By object and phase.
    pub of: BTreeMap<(ObjectId, Phase), usize>,
    /// The nodes in which an object is rebuilt along with another.
    pub rebuilt: BTreeMap<ObjectId, Vec<usize>>,
    /// Objects whose steps disturb what stands on them.
    pub disturbing: BTreeSet<ObjectId>,
    /// What is only added to.
    added_to: BTreeSet<ObjectId>,
    /// Objects that stay, though they give something up in one phase and take it back in the other.
    staying: BTreeSet<ObjectId>,
    /// Objects the dialect has no steps for.
    pub unknown: Vec<ObjectId>,
    /// Whether anything is dropped.
    pub drops: bool,
}

impl Nodes {
    fn add(&mut self, id: &ObjectId, phase: Phase, steps: Option<Vec<Step>>) {
        let Some(steps) = steps else {
            self.unknown.push(id.clone());
            return;
        };
        self.drops |= phase == Phase::Drop;
        let (runs, itself) = runs(steps);
        let first = self.list.len();
        self.of.insert((id.clone(), phase), first + itself);
        for (at, steps) in runs.into_iter().enumerate() {
            let own = |range: std::ops::Range<usize>| range.filter(|_| at == itself).collect();
            self.list.push(Node {
                id: id.clone(),
                phase,
                steps,
                parts: Vec::new(),
                into: Vec::new(),
                ahead: own(first..first + at),
                behind: Vec::new(),
            });
        }
        let end = self.list.len();
        self.list[first + itself].behind = (first + itself + 1..end).collect();
    }

    /// All nodes of an object in a phase in their order, by the one that stands for them.
    pub(super) fn chain(&self, node: usize) -> impl Iterator<Item = usize> {
        let of = &self.list[node];
        of.ahead.iter().chain([&node]).chain(&of.behind).copied().collect::<Vec<_>>().into_iter()
    }

    /// The first of a node's own: before it comes what the object needs.
    pub(super) fn first(&self, node: usize) -> usize {
        self.list[node].ahead.first().copied().unwrap_or(node)
    }

    /// The last of a node's own: after it, what the object was before has let go.
    pub(super) fn last(&self, node: usize) -> usize {
        self.list[node].behind.last().copied().unwrap_or(node)
    }

    /// The node of an object in a phase.
    pub(super) fn get(&self, id: &ObjectId, phase: Phase) -> Option<usize> {
        // One lookup key is cloned; ids are small.
        self.of.get(&(id.clone(), phase)).copied()
    }

    /// The nodes that change an object in place: its own, and those that rebuild it along with another.
    pub(super) fn altering(&self, id: &ObjectId) -> Vec<usize> {
        let own = self.get(id, Phase::Alter);
        own.into_iter().chain(self.rebuilt.get(id).into_iter().flatten().copied()).collect()
    }

    /// The nodes that those who do without an object from now on come before.
    pub(super) fn taking(&self, id: &ObjectId) -> Vec<usize> {
        let mut nodes = self.altering(id);
        if self.added_to.contains(id) {
            nodes.retain(|node| Some(*node) != self.get(id, Phase::Alter));
        }
        nodes
    }

    /// Whether an object is rebuilt in a node as it is and changes, or goes, only after that. What gives something up for
    /// the while does so before.
    pub(super) fn rebuilds_first(&self, node: usize, id: &ObjectId) -> bool {
        self.rebuilt.get(id).is_some_and(|within| within.contains(&node)) && !self.staying.contains(id)
    }

    /// Makes the node of a phase deal with a part as well.
    fn join(&mut self, id: &ObjectId, phase: Phase, node: usize) {
        self.of.insert((id.clone(), phase), node);
        self.list[node].parts.push(id.clone());
    }
}

/// Steps cut where one has to stand apart, and which of the runs stands for the object: the last one that shares a
/// transaction, if there is one, for it brings what is wanted; what stands apart makes ready or clears up.
fn runs(steps: Vec<Step>) -> (Vec<Vec<Step>>, usize) {
    let mut out: Vec<Vec<Step>> = Vec::new();
    for step in steps {
        match out.last_mut() {
            Some(run) if !step.is_apart() && !run.iter().any(Step::is_apart) => run.push(step),
            _ => out.push(vec![step]),
        }
    }
    if out.is_empty() {
        out.push(Vec::new());
    }
    let shared = out.iter().rposition(|run| !run.iter().any(Step::is_apart));
    let itself = shared.unwrap_or(out.len() - 1);
    (out, itself)
}

/// The nodes that the verdicts ask for.
pub(super) fn nodes(rules: &dyn Rules, cx: &Context<'_>, verdicts: &mut Verdicts) -> Nodes {
    let mut out = Nodes::default();
    let mut steps = BTreeMap::new();
    let mut around = BTreeMap::new();
    for (id, verdict) in &mut verdicts.of {
        match verdict {
            Verdict::Alter(own) => _ = steps.insert(id.clone(), std::mem::take(own)),
            Verdict::Around(of) => _ = around.insert(id.clone(), std::mem::take(of)),
            _ => {}
        }
    }
    // Parents first: what folds into them must find their nodes. Ids sort facets after their object, but not tables
    // before columns in every dialect, so whole objects come in a first round.
    for round in 0..3 {
        for (id, verdict) in &verdicts.of {
            let level = if id.facet != Facet::Itself { 2 } else { usize::from(parent(cx, id).is_some()) };
            if level != round {
                continue;
            }
            match verdict {
                Verdict::Create => create(rules, cx, id, &mut out),
                Verdict::Drop => drop(rules, cx, id, &mut out),
                Verdict::Replace => {
                    drop(rules, cx, id, &mut out);
                    create(rules, cx, id, &mut out);
                }
                Verdict::Alter(_) => out.add(id, Phase::Alter, steps.remove(id)),
                Verdict::Around(_) => {
                    let Yielding { before, after, .. } = around.remove(id).unwrap_or_default();
                    out.add(id, Phase::Drop, Some(before));
                    out.add(id, Phase::Create, Some(after));
                    out.staying.insert(id.clone());
                }
            }
        }
    }
    for (what, within) in &verdicts.rebuilt {
        let within = within.iter().filter_map(|id| out.get(id, Phase::Alter)).collect();
        out.rebuilt.insert(what.clone(), within);
    }
    out.disturbing = std::mem::take(&mut verdicts.disturbing);
    out.added_to = std::mem::take(&mut verdicts.added_to);
    may_go_with(rules, cx, &mut out);
    out
}

fn parent(cx: &Context<'_>, id: &ObjectId) -> Option<ObjectId> {
    cx.schemas.desired.parent(id).or_else(|| cx.schemas.current.parent(id))
}

fn create(rules: &dyn Rules, cx: &Context<'_>, id: &ObjectId, out: &mut Nodes) {
    let Some(object) = cx.schemas.desired.get(id) else { return };
    let home = cx.schemas.desired.parent(id).and_then(|parent| {
        let node = out.get(&parent, Phase::Create)?;
        let owner = out.list[node].id.clone();
        Some((node, rules.folds(cx, &owner, id, object)))
    });
    match home {
        Some((node, Fold::Always)) => out.join(id, Phase::Create, node),
        Some((node, Fold::IfPossible)) => {
            out.add(id, Phase::Create, rules.create(cx, id, object));
            if let Some(own) = out.get(id, Phase::Create) {
                out.list[own].into.push(node);
            }
        }
        _ => out.add(id, Phase::Create, rules.create(cx, id, object)),
    }
}

fn drop(rules: &dyn Rules, cx: &Context<'_>, id: &ObjectId, out: &mut Nodes) {
    let Some(object) = cx.schemas.current.get(id) else { return };
    if is_label(id)
        && cx.schemas.current.contains(&id.itself())
        && out.get(&id.itself(), Phase::Drop).is_some()
        && !out.staying.contains(&id.itself())
    {
        return;
    }
    let home = cx.schemas.current.parent(id).and_then(|parent| out.get(&parent, Phase::Drop));
    match home {
        // A column has no life outside its table: nothing else can be dropped between the two.
        Some(node) if matches!(object, Object::Column(_)) => out.join(id, Phase::Drop, node),
        _ => out.add(id, Phase::Drop, rules.drop(cx, id, object)),
    }
}

/// For each drop, the drops that take it along.
fn may_go_with(rules: &dyn Rules, cx: &Context<'_>, out: &mut Nodes) {
    for at in 0..out.list.len() {
        let node = &out.list[at];
        let Some(object) = cx.schemas.current.get(&node.id).filter(|_| node.phase == Phase::Drop) else {
            continue;
        };
        let mut into: Vec<usize> = (rules.goes_with(cx.schemas.current, &node.id, object).iter())
            .filter_map(|id| out.get(id, Phase::Drop))
            .filter(|other| *other != at)
            .collect();
        into.dedup();
        out.list[at].into = into;
    }
}
