//! Functions in FROM: what columns they give, ROWS FROM, WITH ORDINALITY, column definitions.

use super::figure::function_name;
use super::from::{COUNT, Column, Tree, distinct, names_of, renamed};
use super::{Elab, Outcome};
use crate::dialect::postgres::canon::builtin::{Oid, relations};
use crate::dialect::postgres::canon::escapes::push_ident;
use crate::dialect::postgres::canon::ir::{From, Func, Kind, Node};
use crate::dialect::postgres::canon::raw::{self, Expr};
use crate::dialect::postgres::canon::registry::oid;
use crate::dialect::postgres::canon::scope::Item;
use crate::dialect::postgres::canon::types::TypeName;

/// A function with the columns that somebody defined for it.
type Call = (Expr, Vec<(String, TypeName, Option<Vec<String>>)>);

impl Elab<'_> {
    pub(super) fn from_function(
        &mut self,
        lateral: bool,
        calls: &[Call],
        rows_from: bool,
        ordinality: bool,
        alias: Option<&raw::Alias>,
    ) -> Outcome<Tree> {
        let start = self.met();
        let printed = self.next_name();
        let alias = alias.filter(|alias| !alias.name.is_empty());
        let outer = std::mem::take(&mut self.queries.reached);
        let lowered = self.calls(calls, alias);
        let here = self.queries.reached.contains(&self.scopes.len());
        self.queries.reached.extend(outer);
        let (funcs, mut columns, scalar) = lowered?;
        if ordinality {
            columns.push(("ordinality".to_owned(), COUNT, -1));
        }
        let columns = distinct(renamed(columns, alias));
        let defined = matches!(calls, [(_, defs)] if !defs.is_empty());
        let item = Item {
            name: alias.map_or_else(|| printed.clone(), |alias| alias.name.clone()),
            printed: printed.clone(),
            columns: columns.clone(),
            bare: true,
            qualified: true,
            scalar: scalar && !ordinality,
            ..Item::default()
        };
        let visible = self.see(item, &columns);
        let from = From::Func {
            lateral: lateral || here,
            rows_from: rows_from && !(funcs.len() == 1 && !ordinality && defined),
            funcs,
            ordinality,
            alias: printed,
            columns: if defined && !ordinality { Vec::new() } else { names_of(&columns) },
        };
        Ok(Tree { from, columns: visible, merged: Vec::new(), start })
    }

    /// The calls, their columns, and whether there is but one and that gives no rows.
    #[allow(clippy::type_complexity)]
    fn calls(
        &mut self,
        calls: &[Call],
        alias: Option<&raw::Alias>,
    ) -> Outcome<(Vec<(Node, String)>, Vec<Column>, bool)> {
        let mut funcs = Vec::with_capacity(calls.len());
        let mut columns = Vec::new();
        let mut scalar = calls.len() == 1;
        for (call, defs) in calls {
            for call in unnested(call) {
                let node = self.expr(&call)?;
                let (own, is_scalar) = self.function_columns(&call, &node, defs, alias, calls.len() == 1)?;
                scalar &= is_scalar;
                columns.extend(own);
                funcs.push((node, self.column_defs(defs)));
            }
        }
        scalar &= funcs.len() == 1;
        Ok((funcs, columns, scalar))
    }

    fn function_columns(
        &mut self,
        call: &Expr,
        node: &Node,
        defs: &[(String, TypeName, Option<Vec<String>>)],
        alias: Option<&raw::Alias>,
        alone: bool,
    ) -> Outcome<(Vec<Column>, bool)> {
        if !defs.is_empty() {
            let columns = defs.iter().map(|(name, ty, _)| {
                let (ty, typmod) = self.types.resolve(ty);
                (name.clone(), ty, typmod)
            });
            return Ok((columns.collect(), false));
        }
        if let Some(columns) = self.row_columns(node) {
            // One OUT argument is no row, but gives the column its name.
            let scalar = columns.len() == 1 && columns.first().is_some_and(|(_, ty, _)| *ty == node.ty);
            return Ok((columns, scalar));
        }
        if node.ty == oid::NONE || node.ty == oid::RECORD {
            return Err(format!("the columns of {} in FROM are not known", function_name(call)));
        }
        let name = match alias {
            Some(alias) if alone => alias.name.clone(),
            _ => function_name(call),
        };
        Ok((vec![(name, node.ty, node.typmod)], true))
    }

    /// The columns of a value that is a row: of a table's or composite type, or of a function that says so.
    pub(super) fn row_columns(&mut self, node: &Node) -> Option<Vec<Column>> {
        if let Kind::Func(func) = &node.kind
            && let Some(columns) = self.output_columns(func)
        {
            return Some(columns);
        }
        if let Kind::WholeRow(relation) = &node.kind {
            let found =
                self.scopes.iter().rev().flat_map(|scope| &scope.items).find(|i| i.printed == *relation);
            if let Some(item) = found {
                return Some(item.columns.iter().take(item.columns.len() - item.system).cloned().collect());
            }
        }
        let (base, _) = self.types.base(node.ty, -1);
        let fields = self.types.fields(base)?.to_vec();
        let columns = fields.iter().map(|(name, ty)| {
            let (ty, typmod) = self.types.column_type(ty);
            (name.clone(), ty, typmod)
        });
        Some(columns.collect())
    }

    /// The type of a field of a row.
    pub(in super::super) fn row_field(&mut self, row: &Node, name: &str) -> Option<(Oid, i32)> {
        let columns = self.row_columns(row)?;
        columns.into_iter().find(|(column, _, _)| column == name).map(|(_, ty, typmod)| (ty, typmod))
    }

    /// OUT and TABLE arguments of the function that was called.
    fn output_columns(&mut self, func: &Func) -> Option<Vec<Column>> {
        let types: Vec<Oid> = func.args.iter().map(|arg| arg.ty).collect();
        let Some(schema) = &func.name.schema else {
            let columns = relations::output(&func.name.name, &types)?;
            return Some(columns.iter().map(|(name, ty)| ((*name).to_owned(), *ty, -1)).collect());
        };
        let mut found = self.cx.catalog.functions(Some(schema), &func.name.name, self.cx.search_path);
        if found.is_empty() {
            return self.extension_output(&func.name.name, &types);
        }
        found.retain(|info| !info.columns.is_empty());
        if found.len() > 1 {
            let fits = |elab: &mut Self, info: &crate::dialect::postgres::canon::catalog::FunctionInfo| {
                let wanted: Vec<Oid> = info.args.iter().map(|(_, ty)| elab.types.column_type(ty).0).collect();
                wanted.starts_with(&types)
            };
            let at = found.iter().position(|info| fits(self, info))?;
            found.swap(0, at);
        }
        let columns = found.first()?.columns.iter().map(|(name, ty)| {
            let (ty, typmod) = self.types.column_type(ty);
            (name.clone(), ty, typmod)
        });
        Some(columns.collect())
    }

    /// `i integer, t text COLLATE "C"`.
    fn column_defs(&mut self, defs: &[(String, TypeName, Option<Vec<String>>)]) -> String {
        let mut out = String::new();
        for (name, ty, collation) in defs {
            if !out.is_empty() {
                out.push_str(", ");
            }
            push_ident(&mut out, name);
            out.push(' ');
            let (ty, typmod) = self.types.resolve(ty);
            self.types.push(&mut out, ty, typmod);
            if let Some(name) = collation.as_ref().and_then(|path| path.last()) {
                out.push_str(" COLLATE ");
                push_ident(&mut out, name);
            }
        }
        out
    }
}

/// `unnest(a, b)` in FROM is `unnest(a)` beside `unnest(b)`.
fn unnested(call: &Expr) -> Vec<Expr> {
    match call {
        Expr::Func(func) if func.args.len() > 1 && is_unnest(&func.name) => {
            let one = |arg: &(Option<String>, Expr)| {
                let args = vec![arg.clone()];
                Expr::Func(Box::new(raw::Func { name: func.name.clone(), args, ..raw::Func::default() }))
            };
            func.args.iter().map(one).collect()
        }
        _ => vec![call.clone()],
    }
}

fn is_unnest(name: &[String]) -> bool {
    matches!(name, [name] if name == "unnest")
        || matches!(name, [schema, name] if schema == "pg_catalog" && name == "unnest")
}
