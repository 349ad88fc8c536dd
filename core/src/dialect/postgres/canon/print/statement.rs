//! Statements that change data, as text.

use super::Printer;
use super::layout::{IN, LINE, OUT};
use crate::dialect::postgres::canon::ir::{Kind, Node};
use crate::dialect::postgres::canon::ir_statement::{Assign, Change, Conflict, Statement, Verb};

impl Printer<'_, '_> {
    /// A statement of a rule or a function's body.
    pub(super) fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Query(query) => self.query(query),
            Statement::Change(change) => self.change(change),
            Statement::Notify(channel, payload) => {
                self.push("NOTIFY ");
                self.ident(channel);
                if let Some(payload) = payload {
                    self.push(", ");
                    crate::dialect::postgres::canon::escapes::push_literal(&mut self.out, payload);
                }
            }
            Statement::Return(value) => {
                self.push("RETURN ");
                self.node(value, false);
            }
            Statement::Atomic(all) => {
                self.push("BEGIN ATOMIC");
                self.out.push(IN);
                for one in all {
                    self.out.push(LINE);
                    self.statement(one);
                    self.push(";");
                }
                self.out.extend([OUT, LINE]);
                self.push("END");
            }
        }
    }

    fn change(&mut self, change: &Change) {
        self.ctes(&change.ctes, change.recursive);
        self.push(match change.verb {
            Verb::Insert { .. } => "INSERT INTO ",
            Verb::Update(_) => "UPDATE ",
            Verb::Delete => "DELETE FROM ",
        });
        self.push(if change.only { "ONLY " } else { "" });
        self.name(&change.table);
        if let Some(alias) = &change.alias {
            self.push(if matches!(change.verb, Verb::Insert { .. }) { " AS " } else { " " });
            self.ident(alias);
        }
        match &change.verb {
            Verb::Insert { columns, overriding, source, conflict } => {
                if !columns.is_empty() {
                    self.push(" ");
                    self.names(columns);
                }
                if let Some(overriding) = overriding {
                    self.push(" OVERRIDING ");
                    self.push(overriding);
                    self.push(" VALUE");
                }
                self.out.push(LINE);
                match source {
                    Some(source) => self.query(source),
                    None => self.push("DEFAULT VALUES"),
                }
                if let Some(conflict) = conflict {
                    self.conflict(conflict);
                }
            }
            Verb::Update(set) => {
                self.push(" SET ");
                self.assigns(set);
                self.from_list(&change.from);
            }
            Verb::Delete => self.items("USING ", &change.from),
        }
        if let Some(filter) = &change.filter {
            self.clause("WHERE ");
            self.node(filter, false);
        }
        for (at, (node, name)) in change.returning.iter().enumerate() {
            if at > 0 {
                self.push(", ");
            } else {
                self.clause("RETURNING ");
            }
            self.target(node, name);
        }
    }

    fn conflict(&mut self, conflict: &Conflict) {
        self.clause("ON CONFLICT");
        if let Some(name) = &conflict.constraint {
            self.push(" ON CONSTRAINT ");
            self.ident(name);
        }
        self.bare = true;
        for (at, element) in conflict.elements.iter().enumerate() {
            self.push(if at > 0 { ", " } else { " (" });
            self.conflicting(element);
        }
        self.push(if conflict.elements.is_empty() { "" } else { ")" });
        if let Some(filter) = &conflict.filter {
            self.push(" WHERE ");
            self.node(filter, false);
        }
        self.bare = false;
        match &conflict.update {
            None => self.push(" DO NOTHING"),
            Some((set, filter)) => {
                self.push(" DO UPDATE SET ");
                self.assigns(set);
                if let Some(filter) = filter {
                    self.push(" WHERE ");
                    self.node(filter, false);
                }
            }
        }
    }

    /// An element as an index has it: what is no column stands in parentheses, a collation behind them.
    fn conflicting(&mut self, element: &Node) {
        match &element.kind {
            Kind::Var { .. } => self.node(element, false),
            Kind::Collate(inner, name) => {
                self.conflicting(inner);
                self.push(" COLLATE ");
                self.name(name);
            }
            _ => {
                self.push("(");
                self.node(element, false);
                self.push(")");
            }
        }
    }

    fn assigns(&mut self, set: &[Assign]) {
        for (at, assign) in set.iter().enumerate() {
            self.push(if at > 0 { ", " } else { "" });
            match assign.columns.as_slice() {
                [column] if !assign.row => self.ident(column),
                columns => self.names(columns),
            }
            self.push(" = ");
            self.node(&assign.value, false);
        }
    }
}
