//! Queries as text: WITH, set operations, VALUES, SELECT and what follows them. FROM stands in `from.rs`.

use super::Printer;
use super::layout::{IN, LINE, OUT};
use crate::dialect::postgres::canon::ir::{Body, Cte, Group, Kind, Name, Node, Query, Select};
use crate::dialect::postgres::canon::raw::SubKind;
use crate::dialect::postgres::canon::registry::oid;

impl Printer<'_, '_> {
    /// A sub-select inside an expression.
    pub(super) fn sub(&mut self, kind: SubKind, left: &[Node], op: Option<&Name>, query: &Query) {
        match kind {
            SubKind::Array => self.push("ARRAY"),
            SubKind::Exists => self.push("(EXISTS "),
            _ if op.is_some() => self.push("("),
            _ => {}
        }
        if let Some(op) = op {
            self.left_side(left);
            let plain = op.schema.is_none() && op.name == "=";
            self.push(" ");
            match kind {
                SubKind::Any if plain => self.push("IN "),
                _ => {
                    self.operator(op);
                    self.push(match kind {
                        SubKind::Any => " ANY ",
                        SubKind::All => " ALL ",
                        _ => " ",
                    });
                }
            }
        }
        self.nested(query);
        if op.is_some() || kind == SubKind::Exists {
            self.push(")");
        }
    }

    fn left_side(&mut self, left: &[Node]) {
        match left {
            [one] => self.node(one, true),
            _ => {
                self.push("(");
                self.list(left, true);
                self.push(")");
            }
        }
    }

    /// A query in parentheses, on lines of its own.
    pub(super) fn nested(&mut self, query: &Query) {
        self.push("(");
        self.out.extend([IN, LINE]);
        self.query(query);
        self.out.extend([OUT, LINE]);
        self.push(")");
    }

    /// A query with all its clauses.
    pub(super) fn query(&mut self, query: &Query) {
        self.ctes(&query.ctes, query.recursive);
        match &query.body {
            Body::Select(select) => self.select(select),
            Body::Values(rows) => self.values(rows),
            Body::SetOp(op, all, left, right) => self.set_op(op, *all, left, right),
        }
        if !query.order_by.is_empty() {
            self.clause("ORDER BY ");
            self.numbered = matches!(query.body, Body::SetOp(..));
            self.sorts(&query.order_by);
            self.numbered = false;
        }
        self.limits(query);
        for locking in &query.locking {
            self.clause(locking);
        }
    }

    pub(super) fn clause(&mut self, words: &str) {
        self.out.push(LINE);
        self.push(words);
    }

    fn limits(&mut self, query: &Query) {
        if let Some(offset) = &query.offset {
            self.clause("OFFSET ");
            self.node(offset, false);
        }
        let Some(limit) = &query.limit else { return };
        if query.with_ties {
            self.clause("FETCH FIRST (");
            self.node(limit, false);
            self.push(") ROWS WITH TIES");
            return;
        }
        self.clause("LIMIT ");
        match &limit.kind {
            Kind::Const { text: None, .. } => self.push("ALL"),
            _ => self.node(limit, false),
        }
    }

    pub(super) fn ctes(&mut self, ctes: &[Cte], recursive: bool) {
        for (at, cte) in ctes.iter().enumerate() {
            self.push(match (at, recursive) {
                (0, true) => "WITH RECURSIVE ",
                (0, false) => "WITH ",
                _ => ", ",
            });
            self.cte(cte);
        }
        if !ctes.is_empty() {
            self.out.push(LINE);
        }
    }

    fn cte(&mut self, cte: &Cte) {
        self.ident(&cte.name);
        self.names(&cte.columns);
        self.push(match cte.materialized {
            Some(true) => " AS MATERIALIZED ",
            Some(false) => " AS NOT MATERIALIZED ",
            None => " AS ",
        });
        self.nested(&cte.query);
        if let Some((breadth, by, column)) = &cte.search {
            self.push(if *breadth { " SEARCH BREADTH FIRST BY " } else { " SEARCH DEPTH FIRST BY " });
            self.bare_names(by);
            self.push(" SET ");
            self.ident(column);
        }
        if let Some(cycle) = &cte.cycle {
            self.push(" CYCLE ");
            self.bare_names(&cycle.columns);
            self.push(" SET ");
            self.ident(&cycle.mark);
            if let Some((value, default)) = &cycle.values {
                self.push(" TO ");
                self.node(value, false);
                self.push(" DEFAULT ");
                self.node(default, false);
            }
            self.push(" USING ");
            self.ident(&cycle.path);
        }
    }

    /// `(a, b)`, or nothing.
    pub(super) fn names(&mut self, names: &[String]) {
        if !names.is_empty() {
            self.push("(");
            self.bare_names(names);
            self.push(")");
        }
    }

    fn bare_names(&mut self, names: &[String]) {
        for (at, name) in names.iter().enumerate() {
            self.push(if at > 0 { ", " } else { "" });
            self.ident(name);
        }
    }

    fn set_op(&mut self, op: &str, all: bool, left: &Query, right: &Query) {
        let same = matches!(&left.body, Body::SetOp(other, every, ..) if *other == op && *every == all);
        self.operand(left, same);
        self.out.push(LINE);
        self.push(op);
        self.push(if all { " ALL" } else { "" });
        self.out.push(LINE);
        self.operand(right, false);
    }

    /// A branch of a set operation, in parentheses where it needs them.
    fn operand(&mut self, query: &Query, same: bool) {
        let clauses = !query.ctes.is_empty()
            || !query.order_by.is_empty()
            || query.limit.is_some()
            || query.offset.is_some()
            || !query.locking.is_empty();
        let set = matches!(query.body, Body::SetOp(..));
        if clauses || (set && !same) { self.nested(query) } else { self.query(query) }
    }

    fn values(&mut self, rows: &[Vec<Node>]) {
        self.push("VALUES ");
        for (at, row) in rows.iter().enumerate() {
            self.push(if at > 0 { ", (" } else { "(" });
            self.list(row, false);
            self.push(")");
        }
    }

    fn select(&mut self, select: &Select) {
        self.push("SELECT");
        if let Some(on) = &select.distinct {
            self.push(" DISTINCT");
            if !on.is_empty() {
                self.push(" ON (");
                self.list(on, false);
                self.push(")");
            }
        }
        self.out.push(IN);
        for (at, (node, name)) in select.targets.iter().enumerate() {
            self.push(if at > 0 { "," } else { "" });
            // One column stands beside SELECT.
            self.out.push(if select.targets.len() > 1 { LINE } else { ' ' });
            self.target(node, name);
        }
        self.out.push(OUT);
        self.from_list(&select.from);
        if let Some(filter) = &select.filter {
            self.clause("WHERE ");
            self.node(filter, false);
        }
        if !select.group_by.is_empty() {
            self.clause(if select.group_distinct { "GROUP BY DISTINCT " } else { "GROUP BY " });
            self.groups(&select.group_by);
        }
        if let Some(having) = &select.having {
            self.clause("HAVING ");
            self.node(having, false);
        }
        for (at, window) in select.windows.iter().enumerate() {
            if at == 0 {
                self.clause("WINDOW ");
            } else {
                self.push(", ");
            }
            self.ident(window.name.as_deref().unwrap_or_default());
            self.push(" AS ");
            self.window(window);
        }
    }

    /// An output column; a column's own name is not said again.
    pub(super) fn target(&mut self, node: &Node, name: &str) {
        self.node(node, false);
        match &node.kind {
            Kind::Var { column, .. } if column == name => return,
            // A row as a column of its own would be read as its columns.
            Kind::WholeRow(_) => {
                self.push("::");
                self.types.push(&mut self.out, node.ty, -1);
            }
            _ => {}
        }
        self.push(" AS ");
        self.ident(name);
    }

    fn groups(&mut self, groups: &[Group]) {
        for (at, group) in groups.iter().enumerate() {
            self.push(if at > 0 { ", " } else { "" });
            match group {
                Group::Node(node) => self.group_node(node, false),
                Group::Empty => self.push("()"),
                Group::Rollup(list) => self.group_list("ROLLUP(", list),
                Group::Cube(list) => self.group_list("CUBE(", list),
                Group::Sets(sets) => self.group_sets(sets),
            }
        }
    }

    fn group_sets(&mut self, sets: &[Group]) {
        self.push("GROUPING SETS (");
        for (at, set) in sets.iter().enumerate() {
            self.push(if at > 0 { ", " } else { "" });
            match set {
                Group::Node(node) => self.group_node(node, true),
                other => self.groups(std::slice::from_ref(other)),
            }
        }
        self.push(")");
    }

    fn group_list(&mut self, word: &str, list: &[Node]) {
        self.push(word);
        for (at, node) in list.iter().enumerate() {
            self.push(if at > 0 { ", " } else { "" });
            self.group_node(node, false);
        }
        self.push(")");
    }

    /// What is grouped by; several as one stand in parentheses.
    fn group_node(&mut self, node: &Node, parentheses: bool) {
        match &node.kind {
            Kind::Row(list) if node.ty == oid::RECORD => {
                self.push("(");
                self.list(list, false);
                self.push(")");
            }
            _ if parentheses => {
                self.push("(");
                self.node(node, false);
                self.push(")");
            }
            _ => {
                self.node(node, false);
                self.no_number(node);
            }
        }
    }
}
