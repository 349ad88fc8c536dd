//! When each node runs where a plan commits on the way, so that at each commit the application is guarded as before: what
//! goes is not gone before what takes its place is there, and all else stays as few transactions as can be.
//!
//! Times alternate. At even ones nodes share a transaction, at odd ones stands what commits by itself. A node's time is never
//! before that of what it needs, so that sorting by times is no other order than the graph's.

use super::graph::Graph;
use super::nodes::{Nodes, Phase};
use super::rules::{Context, Rules};
use super::step::Verb;
use crate::collections::{BTreeMap, BTreeSet};
use crate::model::ObjectId;

/// The times of nodes, or what stands in the way of any.
pub(super) enum Times {
    /// For each node its time, and its place at that time.
    Of(Vec<(usize, u8)>),
    /// On these relations something would be gone until something else is done that stands apart: then that must not.
    InTheWay(BTreeSet<ObjectId>),
}

/// Finds the times. `order` is one that the graph allows; `pairs` are what goes and what takes its place.
pub(super) fn times(
    rules: &dyn Rules,
    cx: &Context<'_>,
    nodes: &Nodes,
    graph: &Graph,
    order: &[usize],
    pairs: &[(usize, usize)],
) -> Times {
    let apart: Vec<bool> = nodes.list.iter().map(|node| node.stands_apart()).collect();
    if !apart.contains(&true) {
        return Times::Of(vec![(0, 0); nodes.list.len()]);
    }
    let mut clock = Clock { graph, order, apart, times: vec![0; nodes.list.len()] };
    let mut pairs = pairs.to_vec();
    let replaced: BTreeSet<usize> = pairs.iter().map(|(old, _)| *old).collect();
    pairs.extend(guards(rules, cx, nodes).into_iter().filter(|(old, _)| !replaced.contains(old)));
    let (never, mut pairs): (Vec<_>, Vec<_>) = pairs
        .into_iter()
        .partition(|(old, new)| clock.apart[*old] && nodes.list[*old].id == nodes.list[*new].id);
    // What stands apart both when it goes and when it comes cannot go and come at once.
    let mut wrong: BTreeSet<usize> = never.into_iter().flat_map(|(old, new)| [old, new]).collect();
    let late = clock.settle(&pairs);
    wrong.extend(late.iter().flat_map(|(old, new)| clock.between(&pairs, *old, *new)));
    let on: BTreeSet<ObjectId> = (wrong.into_iter())
        .flat_map(|node| &nodes.list[node].steps)
        .filter(|step| step.is_apart())
        .flat_map(|step| step.locks.iter().map(|lock| lock.on.clone()))
        .filter(|on| !cx.blunt.contains(on))
        .collect();
    if !on.is_empty() {
        return Times::InTheWay(on);
    }
    // What is left stands apart for the server's own sake.
    pairs.retain(|pair| !late.contains(pair));
    clock.times.fill(0);
    clock.settle(&pairs);
    Times::Of(clock.last(nodes))
}

/// What guards rows and goes, paired with what comes to guard the same rows.
fn guards(rules: &dyn Rules, cx: &Context<'_>, nodes: &Nodes) -> Vec<(usize, usize)> {
    let mut come: BTreeMap<ObjectId, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for ((id, phase), node) in &nodes.of {
        let schema = if *phase == Phase::Drop { cx.schemas.current } else { cx.schemas.desired };
        let guards = schema.get(id).is_some_and(|object| rules.guards(object));
        if let Some(on) = schema.parent(id).filter(|_| guards) {
            let of = come.entry(on).or_default();
            match phase {
                Phase::Drop => of.0.push(*node),
                Phase::Create => of.1.push(*node),
                Phase::Alter => {}
            }
        }
    }
    let each = |(gone, come): &(Vec<usize>, Vec<usize>)| {
        gone.iter().flat_map(|old| come.iter().map(move |new| (*old, *new))).collect::<Vec<_>>()
    };
    come.values().flat_map(each).collect()
}

/// Times as they are found.
struct Clock<'a> {
    graph: &'a Graph,
    order: &'a [usize],
    /// Whether a node commits by itself.
    apart: Vec<bool>,
    times: Vec<usize>,
}

impl Clock<'_> {
    /// Moves nodes back until each comes after what it needs, and the first of each pair no sooner than the second may.
    /// Gives back the pairs for which there is no such time.
    fn settle(&mut self, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
        // Each time is that of something apart or next to it.
        let end = 2 * (self.apart.iter().filter(|apart| **apart).count() + 2);
        loop {
            for node in self.order.iter().copied() {
                let needed = self.graph.before[node].iter().map(|edge| self.soonest(edge.from, node)).max();
                self.times[node] =
                    self.times[node].max(needed.unwrap_or(0)).max(usize::from(self.apart[node]));
            }
            let early: Vec<_> = pairs
                .iter()
                .filter(|(old, new)| self.times[*old] < self.together(*old, *new))
                .copied()
                .collect();
            if early.is_empty() {
                return early;
            }
            for (old, new) in &early {
                self.times[*old] = self.together(*old, *new);
            }
            let late: Vec<_> = early.into_iter().filter(|(old, _)| self.times[*old] > end).collect();
            if !late.is_empty() {
                return late;
            }
        }
    }

    /// How soon a node may come after another.
    fn soonest(&self, first: usize, then: usize) -> usize {
        let time = self.times[first];
        if self.apart[first] == self.apart[then] { time } else { time + 1 }
    }

    /// How soon the old may go for the new.
    fn together(&self, old: usize, new: usize) -> usize {
        match (self.apart[old], self.apart[new]) {
            // Something apart cannot go in the transaction in which the other comes: it may go just before.
            (true, false) => self.times[new].saturating_sub(1),
            (false, true) => self.times[new] + 1,
            _ => self.times[new],
        }
    }

    /// What stands apart on the ways from one node to another; what goes waits for what comes, too.
    fn between(&self, pairs: &[(usize, usize)], from: usize, to: usize) -> Vec<usize> {
        let mut after = self.graph.after();
        let mut before: Vec<Vec<usize>> =
            self.graph.before.iter().map(|edges| edges.iter().map(|edge| edge.from).collect()).collect();
        for (old, new) in pairs {
            after[*new].push(*old);
            before[*old].push(*new);
        }
        let (after, before) = (reached(&after, from), reached(&before, to));
        after.intersection(&before).copied().filter(|node| self.apart[*node]).collect()
    }

    /// The times, with what nobody waits for at the end, and the places of what stands apart at one time.
    fn last(mut self, nodes: &Nodes) -> Vec<(usize, u8)> {
        let end = self.times.iter().max().map_or(1, |last| last | 1);
        let after = self.graph.after();
        for node in self.order.iter().rev().copied() {
            let clears_up =
                nodes.list[node].steps.iter().all(|step| matches!(step.verb, Verb::Validate | Verb::Drop));
            if self.apart[node] && clears_up && after[node].iter().all(|then| self.times[*then] == end) {
                self.times[node] = end;
            }
        }
        let place = |node: usize| {
            let steps = &nodes.list[node].steps;
            let has = |verb| steps.iter().any(|step| step.verb == verb && step.is_apart());
            match self.apart[node] {
                false => 0,
                true if has(Verb::Validate) => 2,
                true if has(Verb::Drop) => 3,
                true => 1,
            }
        };
        self.times.iter().enumerate().map(|(node, time)| (*time, place(node))).collect()
    }
}

/// All that can be reached, the start with it.
fn reached(next: &[Vec<usize>], start: usize) -> BTreeSet<usize> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![start]);
    while let Some(node) = open.pop() {
        if seen.insert(node) {
            open.extend(&next[node]);
        }
    }
    seen
}
