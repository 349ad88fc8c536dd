//! INSERT, UPDATE and DELETE: values take the types of the columns they go into (`transformInsertStmt` and its
//! neighbours in PostgreSQL's `analyze.c`).

use super::from::Column;
use super::names::Level;
use super::{Elab, Outcome};
use crate::dialect::postgres::canon::ir::{Body, From, Kind, Name, Node, Query};
use crate::dialect::postgres::canon::ir_statement::{Assign, Change, Conflict, Statement, Verb};
use crate::dialect::postgres::canon::raw::{self, Alias, Expr};
use crate::dialect::postgres::canon::raw_statement as written;
use crate::dialect::postgres::canon::registry::oid;
use crate::dialect::postgres::canon::scope::{Item, Scope};

/// The table that is changed.
struct Target {
    name: Name,
    only: bool,
    alias: Option<String>,
    columns: Vec<Column>,
}

impl Elab<'_> {
    /// A statement of a rule or a function's body.
    pub(in crate::dialect::postgres::canon) fn statement(
        &mut self,
        raw: &written::Statement,
    ) -> Outcome<Statement> {
        Ok(match raw {
            written::Statement::Query(query) => Statement::Query(self.query(query)?),
            written::Statement::Notify(channel, payload) => {
                Statement::Notify(channel.clone(), payload.clone())
            }
            written::Statement::Return(value) => Statement::Return(self.top(value)?),
            written::Statement::Atomic(all) => {
                Statement::Atomic(all.iter().map(|one| self.statement(one)).collect::<Outcome<_>>()?)
            }
            written::Statement::Insert(insert) => {
                self.level(&insert.with, (&insert.table, &insert.alias), &[], |elab| elab.insert(insert))?
            }
            written::Statement::Update(update) => {
                self.level(&update.with, (&update.table, &update.alias), &update.from, |elab| {
                    elab.update(update)
                })?
            }
            written::Statement::Delete(delete) => {
                self.level(&delete.with, (&delete.table, &delete.alias), &delete.using, |elab| {
                    elab.delete(delete)
                })?
            }
        })
    }

    /// A level of its own, with the names of its relations and what WITH gives.
    fn level(
        &mut self,
        with: &Option<raw::With>,
        (table, alias): (&[String], &Option<String>),
        from: &[raw::From],
        work: impl FnOnce(&mut Self) -> Outcome<Change>,
    ) -> Outcome<Statement> {
        let own = alias.clone().or_else(|| table.last().cloned()).unwrap_or_default();
        self.queries.levels.push(Level::new(&[own], from, &self.queries.levels));
        self.queries.ctes.push(Vec::new());
        let ctes = with.as_ref().map(|with| self.with(with)).transpose();
        self.scopes.push(Scope::default());
        let change = ctes.and_then(|ctes| Ok((ctes.unwrap_or_default(), work(self)?)));
        self.scopes.pop();
        self.queries.ctes.pop();
        self.queries.levels.pop();
        let (ctes, mut change) = change?;
        change.recursive = with.as_ref().is_some_and(|with| with.recursive);
        change.ctes = ctes;
        Ok(Statement::Change(Box::new(change)))
    }

    /// Puts the table that is changed into scope.
    fn target(&mut self, path: &[String], only: bool, alias: &Option<String>) -> Outcome<Target> {
        let given = alias.as_ref().map(|name| Alias { name: name.clone(), ..Alias::default() });
        let from = raw::From::Table { name: path.to_vec(), only, alias: given, sample: None };
        let tree = self.from_item(&from)?;
        let columns = tree.columns.iter().map(|(name, node)| (name.clone(), node.ty, node.typmod)).collect();
        match tree.from {
            From::Table { name, alias, .. } => Ok(Target { name, only, alias, columns }),
            _ => Err("not a table".to_owned()),
        }
    }

    fn change(&mut self, verb: Verb, target: Target) -> Change {
        Change {
            recursive: false,
            ctes: Vec::new(),
            verb,
            table: target.name,
            only: target.only,
            alias: target.alias,
            from: Vec::new(),
            filter: None,
            returning: Vec::new(),
        }
    }

    fn insert(&mut self, raw: &written::Insert) -> Outcome<Change> {
        let target = self.target(&raw.table, false, &raw.alias)?;
        let source = match &raw.source {
            // The table that is inserted into cannot be seen by what is inserted.
            Some(query) => Some(self.apart(|elab| elab.source(query))?),
            None => None,
        };
        let count = source.as_ref().map_or(0, |source| source.columns.len());
        let names: Vec<String> = match raw.columns.is_empty() {
            true => target.columns.iter().take(count).map(|(name, _, _)| name.clone()).collect(),
            false => raw.columns.clone(),
        };
        let source = source.map(|source| self.into_columns(source, &names, &target.columns));
        let conflict =
            raw.conflict.as_ref().map(|conflict| self.conflict(conflict, &target.columns)).transpose()?;
        let verb = Verb::Insert { columns: names, overriding: raw.overriding, source, conflict };
        let mut change = self.change(verb, target);
        change.returning = self.returned(&raw.returning)?;
        Ok(change)
    }

    /// What is inserted; its literals are given types by the columns.
    fn source(&mut self, query: &raw::Query) -> Outcome<Query> {
        if let (raw::Body::Values(rows), true) = (&query.body, query.with.is_none()) {
            let mut nodes = Vec::with_capacity(rows.len());
            for row in rows {
                nodes.push(row.iter().map(|expr| self.expr(expr)).collect::<Outcome<Vec<_>>>()?);
            }
            let width = nodes.first().map_or(0, Vec::len);
            let columns = (0..width).map(|at| (format!("column{}", at + 1), oid::UNKNOWN, -1)).collect();
            return Ok(super::plain(Body::Values(nodes), columns));
        }
        self.query_with(query, false, None)
    }

    /// Values as the columns want them; a conversion that is not said is not printed.
    fn into_columns(&mut self, mut source: Query, names: &[String], columns: &[Column]) -> Query {
        let wanted: Vec<_> =
            names.iter().map(|name| columns.iter().find(|(column, _, _)| column == name).cloned()).collect();
        match &mut source.body {
            Body::Values(rows) => {
                for row in rows {
                    for (node, wanted) in row.iter_mut().zip(&wanted) {
                        self.into_column(node, wanted.as_ref());
                    }
                }
            }
            Body::Select(select) => {
                for ((node, _), wanted) in select.targets.iter_mut().zip(&wanted) {
                    if node.ty == oid::UNKNOWN {
                        self.into_column(node, wanted.as_ref());
                    }
                }
            }
            Body::SetOp(..) => {}
        }
        source
    }

    fn into_column(&mut self, node: &mut Node, column: Option<&Column>) {
        match column {
            Some((_, ty, typmod)) if !matches!(node.kind, Kind::Default) => {
                *node = self.assign(node.clone(), *ty, *typmod);
            }
            _ => {}
        }
    }

    fn conflict(&mut self, raw: &written::Conflict, columns: &[Column]) -> Outcome<Conflict> {
        let elements = raw.elements.iter().map(|expr| self.expr(expr)).collect::<Outcome<_>>()?;
        let filter = raw.filter.as_ref().map(|filter| self.where_clause(filter)).transpose()?;
        let mut update = None;
        if let Some((set, filter)) = &raw.update {
            let excluded = Item {
                name: "excluded".to_owned(),
                printed: "excluded".to_owned(),
                columns: columns.to_vec(),
                qualified: true,
                ..Item::default()
            };
            self.see(excluded, columns);
            let set = self.assigns(set, columns)?;
            update = Some((set, filter.as_ref().map(|filter| self.where_clause(filter)).transpose()?));
        }
        Ok(Conflict { constraint: raw.constraint.clone(), elements, filter, update })
    }

    fn assigns(&mut self, raw: &[written::Assign], columns: &[Column]) -> Outcome<Vec<Assign>> {
        let mut out = Vec::with_capacity(raw.len());
        for assign in raw {
            // `(a, b) = (1, 2)` is two assignments.
            if let (true, Expr::Row(values, _)) = (assign.row, &assign.value) {
                for (column, value) in assign.columns.iter().zip(values) {
                    out.push(self.assigned(column, value, columns)?);
                }
                continue;
            }
            match assign.columns.as_slice() {
                [column] if !assign.row => out.push(self.assigned(column, &assign.value, columns)?),
                _ => {
                    let value = self.expr(&assign.value)?;
                    out.push(Assign { columns: assign.columns.clone(), row: assign.row, value });
                }
            }
        }
        Ok(out)
    }

    fn assigned(&mut self, name: &str, value: &Expr, columns: &[Column]) -> Outcome<Assign> {
        let mut value = self.expr(value)?;
        let column = columns.iter().find(|(column, _, _)| column == name).cloned();
        self.into_column(&mut value, column.as_ref());
        Ok(Assign { columns: vec![name.to_owned()], row: false, value })
    }

    fn update(&mut self, raw: &written::Update) -> Outcome<Change> {
        let target = self.target(&raw.table, raw.only, &raw.alias)?;
        let trees = self.from_list(&raw.from)?;
        let set = self.assigns(&raw.set, &target.columns)?;
        let mut change = self.change(Verb::Update(set), target);
        change.from = trees.into_iter().map(|tree| tree.from).collect();
        change.filter = raw.filter.as_ref().map(|filter| self.where_clause(filter)).transpose()?;
        change.returning = self.returned(&raw.returning)?;
        Ok(change)
    }

    fn delete(&mut self, raw: &written::Delete) -> Outcome<Change> {
        let target = self.target(&raw.table, raw.only, &raw.alias)?;
        let trees = self.from_list(&raw.using)?;
        let mut change = self.change(Verb::Delete, target);
        change.from = trees.into_iter().map(|tree| tree.from).collect();
        change.filter = raw.filter.as_ref().map(|filter| self.where_clause(filter)).transpose()?;
        change.returning = self.returned(&raw.returning)?;
        Ok(change)
    }

    fn returned(&mut self, raw: &[(Expr, Option<String>)]) -> Outcome<Vec<(Node, String)>> {
        let stars: Vec<_> = self.scopes.last().map(|scope| scope.items.clone()).unwrap_or_default();
        let mut out = Vec::new();
        for (expr, alias) in raw {
            match expr {
                Expr::Star(path) if path.is_empty() => {
                    for item in &stars {
                        for target in self.star_of(std::slice::from_ref(&item.name))? {
                            out.push((target.node, target.name));
                        }
                    }
                }
                _ => {
                    let found = self.targets(&[(expr.clone(), alias.clone())], &[])?;
                    out.extend(found.into_iter().map(|target| (target.node, target.name)));
                }
            }
        }
        Ok(out.into_iter().map(|(node, name)| (self.settle_unknown(node), name)).collect())
    }
}
