//! Sub-selects in expressions: EXISTS, IN, ANY, ALL, ARRAY, one value (`transformSubLink` of PostgreSQL's
//! `parse_expr.c`).

use super::{Elab, Outcome};
use crate::dialect::postgres::canon::ir::{Kind, Name, Node, Query};
use crate::dialect::postgres::canon::raw::{self, Expr, Operator, SubKind};
use crate::dialect::postgres::canon::registry::oid;

impl Elab<'_> {
    pub(in super::super) fn sub_select(
        &mut self,
        kind: SubKind,
        left: Option<&Expr>,
        op: Option<&Operator>,
        query: &raw::Query,
    ) -> Outcome<Node> {
        let query = Box::new(self.query(query)?);
        let first = query.columns.first().cloned();
        let (ty, typmod) = match (kind, left, first) {
            (SubKind::Value, None, Some((_, ty, typmod))) => (ty, typmod),
            (SubKind::Array, _, Some((_, ty, typmod))) if ty != oid::NONE => {
                (self.types.array_of(ty), typmod)
            }
            (SubKind::Value, None, None) | (SubKind::Array, ..) => (oid::NONE, -1),
            _ => (oid::BOOL, -1),
        };
        let mut node = Node { ty, typmod, kind: Kind::Sub { kind, left: Vec::new(), op: None, query } };
        if let (Some(raw_left), Some(raw_op)) = (left, op) {
            let operands = match raw_left {
                Expr::Row(list, _) => list.iter().map(|expr| self.expr(expr)).collect::<Outcome<Vec<_>>>()?,
                single => vec![self.expr(single)?],
            };
            if let Kind::Sub { left, op, query, .. } = &mut node.kind {
                let (name, operands) = self.against(raw_op, operands, query)?;
                *left = operands;
                *op = Some(name);
            }
        }
        Ok(node)
    }

    /// The left side as the operator wants it beside the query's columns.
    fn against(&mut self, op: &Operator, left: Vec<Node>, query: &Query) -> Outcome<(Name, Vec<Node>)> {
        if left.len() != query.columns.len() {
            return Err("a sub-select with another number of columns than its left side".to_owned());
        }
        let mut name = Name { schema: op.schema.clone(), name: op.name.clone() };
        let mut out = Vec::with_capacity(left.len());
        for (node, (_, ty, typmod)) in left.into_iter().zip(&query.columns) {
            // The right side is never printed; it only has its type.
            let right = Node { ty: *ty, typmod: *typmod, kind: Kind::Default };
            if let Kind::Op(found, operands) = self.make_op(op, vec![node, right]).kind {
                name = found;
                out.extend(operands.into_iter().next());
            }
        }
        Ok((name, out))
    }
}
