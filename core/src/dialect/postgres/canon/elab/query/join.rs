//! Joins: columns merged by USING and NATURAL, and the alias of a join.

use super::from::Tree;
use super::{Elab, Outcome};
use crate::dialect::postgres::canon::ir::{From, Kind, Node};
use crate::dialect::postgres::canon::raw::{self, JoinKind};
use crate::dialect::postgres::canon::scope::Item;

type Columns = Vec<(String, Node)>;

impl Elab<'_> {
    pub(super) fn from_join(&mut self, item: &raw::From) -> Outcome<Tree> {
        let raw::From::Join { kind, natural, left, right, using, using_alias, on, alias } = item else {
            return Err("not a join".to_owned());
        };
        let left = self.from_item(left)?;
        let right = self.from_item(right)?;
        let start = left.start;
        let using = if *natural { common(&left.columns, &right.columns) } else { using.clone() };
        let condition = match on {
            Some(on) => {
                let merged = left.merged.iter().chain(&right.merged).cloned().collect();
                Some(self.among(start, merged, |elab| elab.where_clause(on))?)
            }
            None => None,
        };
        let mut joined = self.merge(*kind, &using, &left, &right)?;
        let alias = alias.as_ref().map(|alias| self.alias_join(alias, start, &mut joined));
        if let Some(name) = using_alias {
            self.alias_using(name, &joined);
        }
        let from = From::Join {
            kind: if *natural && using.is_empty() && *kind == JoinKind::Inner {
                JoinKind::Cross
            } else {
                *kind
            },
            left: Box::new(left.from),
            right: Box::new(right.from),
            using,
            using_alias: using_alias.clone(),
            on: condition,
            alias,
        };
        Ok(Tree { from, columns: joined.columns, merged: joined.merged, start })
    }

    /// The columns of a join: merged ones, then the rest of the left, then the rest of the right.
    fn merge(&mut self, kind: JoinKind, using: &[String], left: &Tree, right: &Tree) -> Outcome<Joined> {
        let mut merged: Columns = Vec::new();
        for name in using {
            let side = |columns: &Columns| {
                let found = columns.iter().find(|(column, _)| column == name);
                found.map(|(_, node)| node.clone()).ok_or_else(|| format!("{name} in USING is not known"))
            };
            let node = self.joined_column(kind, name, side(&left.columns)?, side(&right.columns)?);
            merged.push((name.clone(), node));
        }
        let rest = |columns: &Columns| -> Columns {
            columns.iter().filter(|(name, _)| !using.contains(name)).cloned().collect()
        };
        let mut columns = merged.clone();
        columns.extend(rest(&left.columns));
        columns.extend(rest(&right.columns));
        let count = merged.len();
        for old in left.merged.iter().chain(&right.merged) {
            if !using.contains(&old.0) {
                merged.push(old.clone());
            }
        }
        Ok(Joined { columns, merged, count })
    }

    /// A column of the join that stands for one of each side (`buildMergedJoinVar`). Where it is not simply one of the
    /// two, it is printed without a relation.
    fn joined_column(&mut self, kind: JoinKind, name: &str, left: Node, right: Node) -> Node {
        let same = left.ty == right.ty;
        let ty = if same { left.ty } else { self.common_type(&[left.clone(), right.clone()]) };
        let typmod = if same && left.typmod == right.typmod { left.typmod } else { -1 };
        let column = Kind::Var { relation: String::new(), column: name.to_owned() };
        let own = Node { ty, typmod, kind: column };
        let (fits_left, fits_right) = (left.ty == ty, right.ty == ty);
        match kind {
            JoinKind::Inner | JoinKind::Cross if fits_left => left,
            JoinKind::Inner | JoinKind::Cross if fits_right => right,
            JoinKind::Left if fits_left => left,
            JoinKind::Right if fits_right => right,
            _ => own,
        }
    }

    /// `(a JOIN b ...) AS j`: only `j` can be seen.
    fn alias_join(&mut self, alias: &raw::Alias, start: usize, joined: &mut Joined) -> (String, Vec<String>) {
        let printed = self.next_name();
        if let Some(scope) = self.scopes.last_mut() {
            scope.items.truncate(start);
        }
        let mut visible: Vec<_> =
            (joined.columns.iter()).map(|(name, node)| (name.clone(), node.ty, node.typmod)).collect();
        for (column, name) in visible.iter_mut().zip(&alias.columns) {
            column.0.clone_from(name);
        }
        let item = Item {
            name: alias.name.clone(),
            printed: printed.clone(),
            columns: visible.clone(),
            bare: true,
            qualified: true,
            ..Item::default()
        };
        joined.columns = self.see(item, &visible);
        joined.merged.clear();
        let names = if alias.columns.is_empty() { Vec::new() } else { super::from::names_of(&visible) };
        (printed, names)
    }

    /// `USING (id) AS u`: `u.id` is what the bare `id` is.
    fn alias_using(&mut self, name: &str, joined: &Joined) {
        let visible: Vec<_> = (joined.merged.iter().take(joined.count))
            .map(|(column, node)| (column.clone(), node.ty, node.typmod))
            .collect();
        let item = Item {
            name: name.to_owned(),
            printed: name.to_owned(),
            columns: visible.clone(),
            homes: joined.merged.iter().take(joined.count).map(|(_, node)| home_of(node)).collect(),
            qualified: true,
            ..Item::default()
        };
        self.see(item, &visible);
    }
}

/// The relation under whose name a column is printed.
fn home_of(node: &Node) -> String {
    match &node.kind {
        Kind::Var { relation, .. } => relation.clone(),
        _ => String::new(),
    }
}

/// What a join gives.
struct Joined {
    columns: Columns,
    merged: Columns,
    /// How many of the merged ones this join merged.
    count: usize,
}

/// The columns that both sides have, in the order of the left one.
fn common(left: &Columns, right: &Columns) -> Vec<String> {
    let in_right = |name: &str| right.iter().any(|(other, _)| other == name);
    left.iter().filter(|(name, _)| in_right(name)).map(|(name, _)| name.clone()).collect()
}
