//! From nodes in their order to statements as a person writes them: parts go into the CREATE of what they belong to,
//! what goes with something that is dropped needs no DROP, and alterations of one table become one ALTER TABLE.
//! A step is only moved where the graph allows it.

use super::graph::Graph;
use super::nodes::{Nodes, Phase};
use super::rules::{Context, Rules};
use super::step::{Shape, Step, Transactional};
use crate::collections::{BTreeMap, BTreeSet};
use crate::model::ObjectId;

/// Which node takes in which.
struct Folding<'a> {
    nodes: &'a Nodes,
    graph: &'a Graph,
    position: Vec<usize>,
    after: Vec<Vec<usize>>,
    into: Vec<Option<usize>>,
}

/// The statements in their order.
pub(super) fn fold(
    rules: &dyn Rules,
    cx: &Context<'_>,
    nodes: &mut Nodes,
    graph: &Graph,
    order: &[usize],
) -> Vec<Step> {
    let into = {
        let mut folding = Folding::new(nodes, graph, order);
        folding.take_in_parts(order);
        folding.take_in_drops(order);
        folding.take_along(rules, cx, order);
        folding.into
    };
    write(rules, cx, nodes, &into);
    emit(rules, nodes, graph, order, &into)
}

impl<'a> Folding<'a> {
    fn new(nodes: &'a Nodes, graph: &'a Graph, order: &[usize]) -> Self {
        let mut position = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, node)| position[*node] = at);
        Folding { nodes, graph, position, after: graph.after(), into: vec![None; order.len()] }
    }

    /// Whether all that must come before a node does so if it moves up into another.
    fn may_rise(&self, node: usize, home: usize) -> bool {
        self.graph.before[node].iter().all(|edge| {
            edge.from == home
                || self.into[edge.from] == Some(home)
                || self.position[edge.from] < self.position[home]
        })
    }

    /// Whether all that must come after a node does so if it moves down into another.
    fn may_sink(&self, node: usize, home: usize) -> bool {
        self.after[node].iter().all(|later| {
            *later == home || self.into[*later] == Some(home) || self.position[*later] > self.position[home]
        })
    }

    fn take_in_parts(&mut self, order: &[usize]) {
        for node in order.iter().copied().filter(|node| self.nodes.list[*node].phase == Phase::Create) {
            let homes = &self.nodes.list[node].into;
            self.into[node] = homes.iter().copied().find(|home| self.may_rise(node, *home));
        }
    }

    fn take_in_drops(&mut self, order: &[usize]) {
        for node in order.iter().rev().copied().filter(|node| self.nodes.list[*node].phase == Phase::Drop) {
            let homes = &self.nodes.list[node].into;
            let home = (homes.iter().copied())
                .find(|home| self.position[node] < self.position[*home] && self.may_sink(node, *home));
            // What goes with something that itself goes along goes with the last of them.
            self.into[node] = home.map(|home| self.into[home].unwrap_or(home));
        }
    }

    /// The sequence of a serial column: all of what it is made of is taken in, or nothing.
    fn take_along(&mut self, rules: &dyn Rules, cx: &Context<'_>, order: &[usize]) {
        for home in order.iter().copied() {
            if self.nodes.list[home].phase != Phase::Create {
                continue;
            }
            for group in rules.along(cx, &self.nodes.list[home].id) {
                let nodes: Option<Vec<usize>> =
                    group.iter().map(|id| self.nodes.get(id, Phase::Create)).collect();
                let Some(nodes) = nodes else { continue };
                let before = self.into.clone_of(&nodes);
                // Each is tried with the others already inside, for they lean on each other.
                nodes.iter().filter(|node| **node != home).for_each(|node| self.into[*node] = Some(home));
                let fits = nodes.iter().filter(|node| **node != home).all(|node| {
                    match self.position[*node] < self.position[home] {
                        true => self.may_sink(*node, home),
                        false => self.may_rise(*node, home),
                    }
                });
                if !fits {
                    before.into_iter().for_each(|(node, into)| self.into[node] = into);
                }
            }
        }
    }
}

/// A copy of some entries, to put them back.
trait CloneOf {
    fn clone_of(&self, nodes: &[usize]) -> Vec<(usize, Option<usize>)>;
}

impl CloneOf for Vec<Option<usize>> {
    fn clone_of(&self, nodes: &[usize]) -> Vec<(usize, Option<usize>)> {
        nodes.iter().map(|node| (*node, self[*node])).collect()
    }
}

/// Writes the statements that were left open until it was known what they take in.
fn write(rules: &dyn Rules, cx: &Context<'_>, nodes: &mut Nodes, into: &[Option<usize>]) {
    let mut inside: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (node, home) in into.iter().enumerate() {
        if let Some(home) = home {
            inside.entry(*home).or_default().push(node);
        }
    }
    for at in 0..nodes.list.len() {
        if nodes.list[at].phase == Phase::Create
            && nodes.list[at].steps.iter().any(|s| s.shape == Shape::Open)
        {
            let taken = inside.get(&at).into_iter().flatten().map(|node| nodes.list[*node].id.clone());
            let parts: BTreeSet<ObjectId> = taken.chain(nodes.list[at].parts.iter().cloned()).collect();
            let (sql, shape) = rules.write(cx, &nodes.list[at].id.clone(), &parts);
            for step in nodes.list[at].steps.iter_mut().filter(|step| step.shape == Shape::Open) {
                (step.sql, step.shape) = (sql.clone(), shape.clone());
            }
        }
    }
    // The facts of what goes along count for what takes it.
    for (home, members) in inside {
        let facts: Vec<Step> = members.iter().flat_map(|node| nodes.list[*node].steps.clone()).collect();
        if let Some(step) = nodes.list[home].steps.first_mut() {
            facts.into_iter().for_each(|fact| step.absorb(fact));
        }
    }
}

/// The statements in order, actions on one table joined where nothing stands between them that must.
fn emit(
    rules: &dyn Rules,
    nodes: &Nodes,
    graph: &Graph,
    order: &[usize],
    into: &[Option<usize>],
) -> Vec<Step> {
    let mut out: Vec<(Step, Vec<String>)> = Vec::new();
    let mut done = vec![0usize; nodes.list.len()];
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    for node in order.iter().copied() {
        if let Some(home) = into[node] {
            done[node] = done[home];
            continue;
        }
        let mut earliest = graph.before[node].iter().map(|edge| done[edge.from]).max().unwrap_or(0);
        for step in &nodes.list[node].steps {
            earliest = place(&mut out, &mut open, step.clone(), earliest);
        }
        done[node] = earliest;
    }
    out.into_iter().map(|(step, actions)| join(rules, step, &actions)).collect()
}

/// Puts a step behind the others, or into the statement that alters its table already; gives the number of statements
/// up to and with it.
fn place(
    out: &mut Vec<(Step, Vec<String>)>,
    open: &mut BTreeMap<String, usize>,
    step: Step,
    earliest: usize,
) -> usize {
    // What comes after a commit does not take effect before it.
    if step.transactional != Transactional::Yes {
        open.clear();
    }
    let Shape::TableAction { head, action } = &step.shape else {
        out.push((step, Vec::new()));
        return out.len();
    };
    let (head, action) = (head.clone(), action.clone());
    if step.transactional == Transactional::Yes
        && let Some(at) = open.get(&head).copied().filter(|at| at + 1 >= earliest)
        && let Some((statement, actions)) = out.get_mut(at)
    {
        actions.push(action);
        statement.absorb(step);
        return at + 1;
    }
    if step.transactional == Transactional::Yes {
        open.insert(head, out.len());
    }
    out.push((step, vec![action]));
    out.len()
}

fn join(rules: &dyn Rules, mut step: Step, actions: &[String]) -> Step {
    if let Shape::TableAction { head, .. } = &step.shape
        && actions.len() > 1
    {
        step.sql = rules.fold_actions(head, actions);
    }
    step
}
