//! The edges between nodes: why one comes before another. And which of them belong together: what goes and what comes in
//! its place.

use super::graph::Graph;
use super::nodes::{Nodes, Phase};
use super::rules::{Context, Rules, Strength};
use crate::collections::BTreeMap;
use crate::model::{ObjectId, Schema};

/// The edges: why one node comes before another. And the pairs of what goes and what takes its place, of which neither
/// is to be seen without the other.
pub(super) fn edges(rules: &dyn Rules, cx: &Context<'_>, nodes: &Nodes) -> (Graph, Vec<(usize, usize)>) {
    let mut graph = Graph::new(nodes.list.len());
    let mut pairs = Vec::new();
    let mut slots: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for ((id, phase), node) in &nodes.of {
        let (id, phase, node) = (id, *phase, *node);
        let chain: Vec<usize> = nodes.chain(node).collect();
        for both in chain.windows(2) {
            graph.edge(both[0], both[1], Strength::Hard, "one makes ready for the other");
        }
        if phase != Phase::Drop {
            needs(rules, cx, nodes, &mut graph, (id, phase, node));
        }
        if phase != Phase::Create {
            frees(rules, cx, nodes, &mut graph, (id, phase, node));
        }
        if phase == Phase::Alter {
            for dependency in rules.waits_for(cx, id) {
                let first = nodes.get(&dependency.on, Phase::Alter);
                first.into_iter().for_each(|first| {
                    graph.edge(first, node, dependency.strength, dependency.reason.clone())
                });
            }
        }
        if phase == Phase::Create
            && let Some(old) = nodes.get(id, Phase::Drop)
        {
            graph.edge(old, node, Strength::Hard, "it is dropped before it is made again");
            pairs.push((old, node));
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
            pairs.push((old, new));
        }
    }
    (graph, pairs)
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
            let ready = match is_at_hand(cx, nodes, id, first) {
                true => node,
                false => nodes.first(node),
            };
            graph.edge(first, ready, dependency.strength, dependency.reason.clone());
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

/// Whether what a node changes is of the same relation as a thing, and is to that thing what it was before: then the thing
/// can be made ready meanwhile.
fn is_at_hand(cx: &Context<'_>, nodes: &Nodes, id: &ObjectId, on: usize) -> bool {
    let on = &nodes.list[on];
    let parent = |id: &ObjectId| cx.schemas.desired.parent(id);
    on.phase == Phase::Alter
        && !nodes.disturbing.contains(&on.id)
        && parent(id).is_some_and(|relation| parent(&on.id) == Some(relation))
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
            graph.edge(nodes.last(node), later, dependency.strength, dependency.reason.clone());
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
        let later = nodes.taking(&dependency.on);
        if !later.is_empty() && (phase == Phase::Drop || !still_needs(rules, cx, id, &dependency.on)) {
            for later in later {
                match nodes.rebuilds_first(later, id) {
                    true => graph.edge(later, node, Strength::Hard, "it is rebuilt as it is, then changed"),
                    false => graph.edge(node, later, dependency.strength, dependency.reason.clone()),
                }
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
