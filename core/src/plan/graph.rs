//! A graph of nodes with reasons on its edges, the breaking of its cycles, and its one order. Knows neither SQL nor schemas.

use super::rules::Strength;
use std::borrow::Cow;

/// `from` comes first.
#[derive(Clone, Debug)]
pub(super) struct Edge {
    /// What comes first.
    pub from: usize,
    /// How binding it is.
    pub strength: Strength,
    /// Why.
    pub reason: Cow<'static, str>,
}

/// Nodes by number, each with the edges that lead to it.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    /// For each node what comes before it.
    pub before: Vec<Vec<Edge>>,
}

impl Graph {
    /// So many nodes, no edges.
    pub(super) fn new(nodes: usize) -> Self {
        Graph { before: vec![Vec::new(); nodes] }
    }

    /// Adds an edge; the stronger one of two stays.
    pub(super) fn edge(
        &mut self,
        from: usize,
        to: usize,
        strength: Strength,
        reason: impl Into<Cow<'static, str>>,
    ) {
        if from == to {
            return;
        }
        if let Some(edges) = self.before.get_mut(to) {
            edges.push(Edge { from, strength, reason: reason.into() });
        }
    }

    /// Sorts and joins parallel edges, the strongest first.
    fn tidy(&mut self) {
        for edges in &mut self.before {
            edges.sort_by(|a, b| (a.from, b.strength).cmp(&(b.from, a.strength)));
            edges.dedup_by_key(|edge| edge.from);
        }
    }

    /// Gives up edges where they form cycles, weak ones first; those given up are returned, wishes apart. `rank` is each
    /// node's place in the nodes' own order.
    pub(super) fn open_cycles(&mut self, rank: &[usize]) -> Vec<(usize, Edge)> {
        self.tidy();
        self.break_cycles(rank)
    }

    /// For each node what comes after it.
    pub(super) fn after(&self) -> Vec<Vec<usize>> {
        let mut after = vec![Vec::new(); self.before.len()];
        for (node, edges) in self.before.iter().enumerate() {
            edges.iter().for_each(|edge| after[edge.from].push(node));
        }
        after
    }

    /// The order of a graph without cycles: what must come first does, and else the nodes' own. Depth first: each node
    /// right after what it needs, so that what belongs together stands together.
    pub(super) fn order(&mut self, rank: &[usize]) -> Vec<usize> {
        for edges in &mut self.before {
            edges.sort_by_key(|edge| rank.get(edge.from).copied());
        }
        let mut start: Vec<usize> = (0..self.before.len()).collect();
        start.sort_by_key(|node| rank.get(*node).copied());
        let mut seen = vec![false; self.before.len()];
        let mut out = Vec::with_capacity(self.before.len());
        for node in start {
            let mut stack = vec![(node, 0)];
            if std::mem::replace(&mut seen[node], true) {
                continue;
            }
            while let Some((node, next)) = stack.pop() {
                match self.before[node].get(next) {
                    Some(edge) => {
                        stack.push((node, next + 1));
                        if !std::mem::replace(&mut seen[edge.from], true) {
                            stack.push((edge.from, 0));
                        }
                    }
                    None => out.push(node),
                }
            }
        }
        out
    }

    /// Gives up edges until there is no cycle. Each round looks only at what is still in one.
    fn break_cycles(&mut self, rank: &[usize]) -> Vec<(usize, Edge)> {
        let mut broken = Vec::new();
        let mut left: Vec<usize> = (0..self.before.len()).collect();
        loop {
            let component = self.components(&left);
            let mut members: crate::collections::BTreeMap<usize, Vec<usize>> = Default::default();
            for node in &left {
                members.entry(component[*node]).or_default().push(*node);
            }
            members.retain(|_, nodes| nodes.len() > 1);
            if members.is_empty() {
                return broken;
            }
            for nodes in members.values() {
                self.loosen(nodes, &component, rank, &mut broken);
            }
            left = members.into_values().flatten().collect();
        }
    }

    /// Gives up the edges that lead to one node of a cycle, of the weakest strength there is.
    fn loosen(
        &mut self,
        nodes: &[usize],
        component: &[usize],
        rank: &[usize],
        broken: &mut Vec<(usize, Edge)>,
    ) {
        let inside = |node: usize, edge: &Edge| component[edge.from] == component[node];
        let strengths =
            |node: usize| self.before[node].iter().filter(move |e| inside(node, e)).map(|e| e.strength);
        let Some(weakest) = nodes.iter().flat_map(|node| strengths(*node)).min() else { return };
        // Best where all that leads to a node can be given up: then the node can come first.
        let chosen = (nodes.iter().copied())
            .filter(|node| strengths(*node).any(|s| s == weakest))
            .min_by_key(|node| (strengths(*node).any(|s| s > weakest), rank.get(*node).copied()));
        let Some(node) = chosen else { return };
        let (gone, stay) = std::mem::take(&mut self.before[node])
            .into_iter()
            .partition(|edge| inside(node, edge) && edge.strength == weakest);
        self.before[node] = stay;
        if weakest != Strength::Wish {
            broken.extend(gone.into_iter().map(|edge| (node, edge)));
        }
    }

    /// Tarjan's strongly connected components among some nodes, without recursion: a number for each node.
    fn components(&self, nodes: &[usize]) -> Vec<usize> {
        const NONE: usize = usize::MAX;
        let count = self.before.len();
        let mut wanted = vec![false; count];
        nodes.iter().for_each(|node| wanted[*node] = true);
        let (mut index, mut low, mut component) = (vec![NONE; count], vec![0; count], vec![NONE; count]);
        let (mut next, mut path) = (0, Vec::new());
        for start in nodes.iter().copied() {
            if index[start] != NONE {
                continue;
            }
            let mut stack = vec![(start, 0)];
            while let Some((node, at)) = stack.pop() {
                if at == 0 {
                    (index[node], low[node]) = (next, next);
                    next += 1;
                    path.push(node);
                }
                if let Some(edge) = self.before[node].get(at) {
                    stack.push((node, at + 1));
                    if !wanted[edge.from] {
                    } else if index[edge.from] == NONE {
                        stack.push((edge.from, 0));
                    } else if component[edge.from] == NONE {
                        low[node] = low[node].min(index[edge.from]);
                    }
                    continue;
                }
                if low[node] == index[node] {
                    while let Some(member) = path.pop() {
                        component[member] = node;
                        if member == node {
                            break;
                        }
                    }
                }
                if let Some((parent, _)) = stack.last() {
                    low[*parent] = low[*parent].min(low[node]);
                }
            }
        }
        component
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edges: &[(usize, usize, Strength)], expected: &[usize], broken: usize) {
        let mut graph = Graph::new(4);
        for (from, to, strength) in edges {
            graph.edge(*from, *to, *strength, "test");
        }
        let gone = graph.open_cycles(&[0, 1, 2, 3]);
        assert_eq!((graph.order(&[0, 1, 2, 3]).as_slice(), gone.len()), (expected, broken));
    }

    #[test]
    fn orders() {
        use Strength::*;
        check(&[], &[0, 1, 2, 3], 0);
        check(&[(3, 0, Hard), (2, 3, Hard)], &[2, 3, 0, 1], 0);
        check(&[(1, 0, Wish), (0, 1, Hard)], &[0, 1, 2, 3], 0);
        check(&[(1, 0, Wish), (0, 1, Wish)], &[0, 1, 2, 3], 0);
        check(&[(1, 0, Hard), (0, 1, Soft)], &[1, 0, 2, 3], 1);
        check(&[(1, 0, Hard), (0, 1, Hard)], &[0, 1, 2, 3], 1);
    }
}
