//! From the raw tree to the typed one, by the rules of PostgreSQL's parser (`parse_expr.c` and its neighbours).
//!
//! One file a concern: `expr` walks the tree, `oper` picks operators, `func` functions, `coerce` puts in conversions.
//! A type that cannot be determined is 0 ([`oid::NONE`]); what depends on it is recorded as undecided, never guessed
//! in silence.

mod coerce;
mod compare;
mod construct;
mod expr;
mod extension;
mod func;
mod oper;
mod query;
mod select;

pub(super) use query::rename;

use super::builtin::Oid;
use super::catalog::Catalog;
use super::ir::Node;
use super::raw;
use super::registry::{Registry, oid};
use super::scope::{Item, Scope};
use crate::model::ColumnType;

/// What surrounds an expression.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The schema it stands in.
    pub catalog: &'a dyn Catalog,
    /// Where unqualified names are looked up, `pg_catalog` before all.
    pub search_path: &'a [String],
    /// Relations whose columns can be named: the table of a constraint; OLD and NEW of a trigger.
    pub relations: &'a [Visible],
    /// The type of VALUE, in a domain's check.
    pub value: Option<&'a ColumnType>,
    /// The type the result is assigned to: the column's, for a default.
    pub target: Option<&'a ColumnType>,
    /// The result is a condition (CHECK, WHERE, WHEN, USING).
    pub condition: bool,
}

impl<'a> Context<'a> {
    /// Nothing but a catalog and a path.
    pub fn new(catalog: &'a dyn Catalog, search_path: &'a [String]) -> Self {
        Context { catalog, search_path, relations: &[], value: None, target: None, condition: false }
    }
}

/// A relation whose columns an expression can name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visible {
    /// The name it goes by; `old` or `new` in a trigger or rule.
    pub name: String,
    /// Its schema; `None` where it cannot be named by one.
    pub schema: Option<String>,
    /// Its columns.
    pub columns: Vec<(String, ColumnType)>,
    /// Its columns are printed with its name (OLD, NEW).
    pub qualified: bool,
    /// Its columns can be written without its name.
    pub bare: bool,
    /// Its columns are not known.
    pub open: bool,
}

/// The state of one elaboration.
pub struct Elab<'a> {
    /// What surrounds the expression.
    pub cx: Context<'a>,
    /// Types met.
    pub types: Registry<'a>,
    /// Query levels, the outermost first.
    pub scopes: Vec<Scope>,
    /// The queries it is inside of.
    pub(super) queries: query::Queries,
    /// What could not be found out.
    pub undecided: Vec<String>,
    /// The first column that is named and that nothing in sight has.
    pub missing: Option<String>,
}

impl<'a> Elab<'a> {
    /// Starts with the relations of the context as the outermost scope.
    pub fn new(cx: &Context<'a>) -> Self {
        let mut elab = Elab {
            cx: *cx,
            types: Registry::new(cx.catalog, cx.search_path),
            scopes: Vec::new(),
            queries: query::Queries::of(cx.relations),
            undecided: Vec::new(),
            missing: None,
        };
        let mut scope = Scope::default();
        for visible in cx.relations {
            let columns = visible.columns.iter().map(|(name, ty)| {
                let (ty, typmod) = elab.types.column_type(ty);
                (name.clone(), ty, typmod)
            });
            scope.items.push(Item {
                name: visible.name.clone(),
                schema: visible.schema.clone(),
                columns: columns.collect(),
                open: visible.open,
                bare: visible.bare,
                qualified: visible.qualified,
                row: oid::NONE,
                printed: visible.name.clone(),
                ..Item::default()
            });
        }
        elab.scopes.push(scope);
        elab
    }

    /// The whole expression, coerced to what the context wants.
    pub fn top(&mut self, raw: &raw::Expr) -> Result<Node, String> {
        let mut node = self.expr(raw)?;
        if self.cx.condition {
            node = self.condition(node);
        }
        match self.cx.target {
            Some(target) => {
                let (ty, typmod) = self.types.column_type(target);
                Ok(self.assign(node, ty, typmod))
            }
            None => Ok(self.settle_unknown(node)),
        }
    }

    /// Notes why something could not be found out, once.
    pub fn doubt(&mut self, why: String) {
        if self.undecided.len() < 8 && !self.undecided.contains(&why) {
            self.undecided.push(why);
        }
    }

    /// A literal that nothing gave a type to is text.
    pub fn settle_unknown(&mut self, node: Node) -> Node {
        if node.ty == oid::UNKNOWN { self.coerce(node, oid::TEXT, true) } else { node }
    }

    /// A condition is boolean.
    pub fn condition(&mut self, node: Node) -> Node {
        self.coerce(node, oid::BOOL, true)
    }

    fn types_of(nodes: &[Node]) -> Vec<Oid> {
        nodes.iter().map(|node| node.ty).collect()
    }
}
