//! From verdicts to the nodes of the graph, and the edges between them.

use super::cascade::{Verdict, Verdicts, is_label};
use super::graph::Graph;
use super::rules::{Context, Fold, Rules, Strength, Yielding};
use super::step::Step;
use crate::model::{Facet, Object, ObjectId, Schema};
use std::collections::{BTreeMap, BTreeSet};

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

/// A node: the steps of one object in one phase, with those of the parts that have none of their own.
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
        self.of.insert((id.clone(), phase), self.list.len());
        self.list.push(Node { id: id.clone(), phase, steps, parts: Vec::new(), into: Vec::new() });
    }

    /// The node of an object in a phase.
    pub(super) fn get(&self, id: &ObjectId, phase: Phase) -> Option<usize> {
        // One lookup key is cloned; ids are small.
        self.of.get(&(id.clone(), phase)).copied()
    }

    /// The nodes that change an object in place: its own, and those that rebuild it along with another.
    fn altering(&self, id: &ObjectId) -> Vec<usize> {
        let own = self.get(id, Phase::Alter);
        own.into_iter().chain(self.rebuilt.get(id).into_iter().flatten().copied()).collect()
    }

    /// Makes the node of a phase deal with a part as well.
    fn join(&mut self, id: &ObjectId, phase: Phase, node: usize) {
        self.of.insert((id.clone(), phase), node);
        self.list[node].parts.push(id.clone());
    }
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
            if let Some(last) = out.list.last_mut().filter(|last| last.id == *id) {
                last.into.push(node);
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

/// The edges: why one node comes before another.
pub(super) fn edges(rules: &dyn Rules, cx: &Context<'_>, nodes: &Nodes) -> Graph {
    let mut graph = Graph::new(nodes.list.len());
    let mut slots: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for ((id, phase), node) in &nodes.of {
        let (id, phase, node) = (id, *phase, *node);
        if phase != Phase::Drop {
            needs(rules, cx, nodes, &mut graph, (id, phase, node));
        }
        if phase != Phase::Create {
            frees(rules, cx, nodes, &mut graph, (id, phase, node));
        }
        if phase == Phase::Create
            && let Some(old) = nodes.get(id, Phase::Drop)
        {
            graph.edge(old, node, Strength::Hard, "it is dropped before it is made again");
        }
        let taken = |schema: &Schema| schema.get(id).map_or(Vec::new(), |object| rules.slots(id, object));
        let (mut freed, mut wanted) = (Vec::new(), Vec::new());
        if phase != Phase::Create {
            freed = taken(cx.schemas.current);
        }
        if phase != Phase::Drop {
            wanted = taken(cx.schemas.desired);
        }
        // What an object keeps through a change is neither freed nor taken.
        let kept: Vec<String> = freed.iter().filter(|slot| wanted.contains(slot)).cloned().collect();
        freed.retain(|slot| !kept.contains(slot));
        wanted.retain(|slot| !kept.contains(slot));
        if let Some(object) = cx.schemas.current.get(id).filter(|_| phase == Phase::Drop) {
            freed.extend(rules.rooms(cx, id, object, false));
        }
        if let Some(object) = cx.schemas.desired.get(id).filter(|_| phase == Phase::Create) {
            wanted.extend(rules.rooms(cx, id, object, true));
        }
        freed.into_iter().for_each(|slot| slots.entry(slot).or_default().0.push(node));
        wanted.into_iter().for_each(|slot| slots.entry(slot).or_default().1.push(node));
    }
    for (old, new) in slots.values() {
        for (old, new) in old.iter().flat_map(|old| new.iter().map(move |new| (*old, *new))) {
            graph.edge(old, new, Strength::Hard, "the name must be free first");
        }
    }
    graph
}

/// What a thing needs in the desired schema is made or changed before it.
fn needs(
    rules: &dyn Rules,
    cx: &Context<'_>,
    nodes: &Nodes,
    graph: &mut Graph,
    (id, phase, node): (&ObjectId, Phase, usize),
) {
    let Some(object) = cx.schemas.desired.get(id) else { return };
    let desired = cx.schemas.desired;
    if phase == Phase::Create && nodes.drops {
        // A key, a function found by its arguments: made too early, it would take what goes for what is meant.
        for dependency in rules.dependencies(cx.schemas.current, id, object) {
            if let Some(gone) = nodes.get(&dependency.on, Phase::Drop) {
                graph.edge(gone, node, Strength::Soft, "made before, it would lean on what goes");
            }
        }
    }
    for dependency in rules.dependencies(desired, id, object).into_iter().chain(belongs(desired, id)) {
        for first in
            nodes.get(&dependency.on, Phase::Create).into_iter().chain(nodes.altering(&dependency.on))
        {
            graph.edge(first, node, dependency.strength, dependency.reason.clone());
            // So that a part can be written in the CREATE TABLE, what it needs should be there before the table.
            if phase == Phase::Create {
                for into in &nodes.list[node].into {
                    if *into != first && !nodes.list[first].into.contains(into) {
                        graph.edge(first, *into, Strength::Wish, "so that it can be made in one statement");
                    }
                }
            }
        }
    }
}

/// What a thing uses in the current schema is dropped or changed after it.
fn frees(
    rules: &dyn Rules,
    cx: &Context<'_>,
    nodes: &Nodes,
    graph: &mut Graph,
    (id, phase, node): (&ObjectId, Phase, usize),
) {
    let current = cx.schemas.current;
    let Some(object) = current.get(id) else { return };
    for dependency in rules.dependencies(current, id, object).into_iter().chain(belongs(current, id)) {
        if let Some(later) = nodes.get(&dependency.on, Phase::Drop) {
            graph.edge(node, later, dependency.strength, dependency.reason.clone());
            for into in nodes.list[node].into.iter().filter(|_| phase == Phase::Drop) {
                if *into != later && !nodes.list[later].into.contains(into) {
                    graph.edge(*into, later, Strength::Wish, "so that it goes in one statement");
                }
            }
        }
        if phase == Phase::Drop
            && let Some(gone) = nodes.get(&dependency.on, Phase::Drop)
            && let Some(again) = nodes.get(id, Phase::Create)
        {
            graph.edge(gone, again, Strength::Soft, "made again, it must not lean on what goes");
        }
        // What is altered to do without something makes way before that is altered.
        let later = nodes.altering(&dependency.on);
        if !later.is_empty() && (phase == Phase::Drop || !still_needs(rules, cx, id, &dependency.on)) {
            for later in later {
                graph.edge(node, later, dependency.strength, dependency.reason.clone());
            }
        }
    }
}

fn still_needs(rules: &dyn Rules, cx: &Context<'_>, id: &ObjectId, on: &ObjectId) -> bool {
    let desired = cx.schemas.desired;
    desired.get(id).is_none_or(|object| {
        rules.dependencies(desired, id, object).iter().any(|dependency| dependency.on == *on)
            || belongs(desired, id).is_some_and(|dependency| dependency.on == *on)
    })
}

fn belongs(schema: &Schema, id: &ObjectId) -> Option<super::rules::Dependency> {
    schema.parent(id).map(|parent| super::rules::Dependency::hard(parent, "it belongs to it"))
}
