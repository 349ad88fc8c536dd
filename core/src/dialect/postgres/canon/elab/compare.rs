//! Operators, comparisons and what joins conditions: AND and OR, IN, LIKE, BETWEEN, IS DISTINCT FROM, rows. How an operator
//! is found is `oper`'s business.

use super::Elab;
use super::coerce::Freedom;
use crate::dialect::postgres::canon::ir::{Kind, Name, Node};
use crate::dialect::postgres::canon::raw::{Expr, Match, Operator, SubKind, Test};
use crate::dialect::postgres::canon::registry::oid;

impl Elab<'_> {
    pub(super) fn binary(&mut self, op: &Operator, left: &Expr, right: &Expr) -> Result<Node, String> {
        match (left, right) {
            (Expr::Row(a, _), Expr::Row(b, _)) => self.rows(op, a, b),
            (Expr::Row(..), Expr::Sub { kind: SubKind::Value, query, .. }) => {
                self.sub(SubKind::Value, Some(left), Some(op), query)
            }
            _ => self.operands(op, left, right),
        }
    }

    fn rows(&mut self, op: &Operator, left: &[Expr], right: &[Expr]) -> Result<Node, String> {
        let (left, right) = (self.exprs(left)?, self.exprs(right)?);
        self.row_comparison(op, left, right)
    }

    fn operands(&mut self, op: &Operator, left: &Expr, right: &Expr) -> Result<Node, String> {
        let (left, right) = (self.expr(left)?, self.expr(right)?);
        Ok(self.make_op(op, vec![left, right]))
    }

    /// Rows are compared pair by pair; `=` and `<>` are taken apart (`make_row_comparison_op`).
    pub(super) fn row_comparison(
        &mut self,
        op: &Operator,
        left: Vec<Node>,
        right: Vec<Node>,
    ) -> Result<Node, String> {
        if left.len() != right.len() || left.is_empty() {
            return Err("rows of different length".to_string());
        }
        let mut pairs = Vec::new();
        for (l, r) in left.into_iter().zip(right) {
            pairs.push(self.make_op(op, vec![l, r]));
        }
        if let [_] = pairs.as_slice() {
            return pairs.pop().ok_or_else(String::new);
        }
        match op.name.as_str() {
            "=" => Ok(Node::new(oid::BOOL, Kind::And(pairs))),
            "<>" => Ok(Node::new(oid::BOOL, Kind::Or(pairs))),
            _ => {
                let (mut name, mut left, mut right) = (Name::default(), Vec::new(), Vec::new());
                for pair in pairs {
                    if let Kind::Op(op, operands) = pair.kind {
                        let mut operands = operands.into_iter();
                        left.extend(operands.next());
                        right.extend(operands.next());
                        name = op;
                    }
                }
                Ok(Node::new(oid::BOOL, Kind::RowCompare(name, left, right)))
            }
        }
    }

    pub(super) fn logical(&mut self, all: &[Expr], and: bool) -> Result<Node, String> {
        let mut nodes = Vec::with_capacity(all.len());
        for e in all {
            let node = self.expr(e)?;
            nodes.push(self.condition(node));
        }
        Ok(joined(nodes, and))
    }

    pub(super) fn distinct(&mut self, left: &Expr, right: &Expr, negated: bool) -> Result<Node, String> {
        for (null, other) in [(right, left), (left, right)] {
            if matches!(null, Expr::Null) {
                let other = self.expr(other)?;
                return Ok(self.distinct_from_null(other, negated));
            }
        }
        let node = if let (Expr::Row(a, _), Expr::Row(b, _)) = (left, right) {
            let mut pairs = Vec::new();
            for (l, r) in a.iter().zip(b) {
                pairs.push(self.distinct_pair(l, r)?);
            }
            joined(pairs, false)
        } else {
            self.distinct_pair(left, right)?
        };
        Ok(if negated { Node::new(oid::BOOL, Kind::Not(Box::new(node))) } else { node })
    }

    /// Of a row it is another question than IS NULL.
    fn distinct_from_null(&mut self, node: Node, negated: bool) -> Node {
        let base = self.types.base_id(node.ty);
        if base != oid::RECORD && self.types.fields(base).is_none() {
            return Node::new(oid::BOOL, Kind::Is(Box::new(node), Test::Null, !negated));
        }
        let null = Node::new(oid::NONE, Kind::Const { text: None, exact: true });
        let test = Node::new(oid::BOOL, Kind::Distinct(Box::new((node, null))));
        if negated { Node::new(oid::BOOL, Kind::Not(Box::new(test))) } else { test }
    }

    fn distinct_pair(&mut self, left: &Expr, right: &Expr) -> Result<Node, String> {
        Ok(Node::new(oid::BOOL, Kind::Distinct(Box::new(self.equated(left, right)?))))
    }

    /// Two operands as `=` wants them.
    fn equated(&mut self, left: &Expr, right: &Expr) -> Result<(Node, Node), String> {
        let (left, right) = (self.expr(left)?, self.expr(right)?);
        if let Kind::Op(_, operands) = self.make_op(&Operator::plain("="), vec![left, right]).kind {
            let mut operands = operands.into_iter();
            if let (Some(left), Some(right)) = (operands.next(), operands.next()) {
                return Ok((left, right));
            }
        }
        Err("two operands were expected".to_string())
    }

    pub(super) fn null_if(&mut self, left: &Expr, right: &Expr) -> Result<Node, String> {
        let pair = self.equated(left, right)?;
        Ok(Node { ty: pair.0.ty, typmod: pair.0.typmod, kind: Kind::NullIf(Box::new(pair)) })
    }

    pub(super) fn in_list(&mut self, left: &Expr, list: &[Expr], negated: bool) -> Result<Node, String> {
        let op = Operator::plain(if negated { "<>" } else { "=" });
        if let Expr::Row(row, _) = left {
            return self.row_in_list(&op, row, list, negated);
        }
        let left = self.expr(left)?;
        let (mut plain, mut others, mut order) = (Vec::new(), Vec::new(), Vec::new());
        for item in list {
            let node = self.expr(item)?;
            order.push(node.clone());
            if has_column(item) { others.push(node) } else { plain.push(node) }
        }
        let mut out = Vec::new();
        if plain.len() > 1 {
            let mut all = vec![left.clone()];
            all.extend(plain.iter().cloned());
            let ty = self.common_type(&all);
            let fits = !matches!(ty, oid::NONE | oid::NO_COMMON)
                && self.types.category(ty) != b'A'
                && all.iter().all(|n| self.can_coerce(n.ty, ty, Freedom::Implicit))
                && self.types.array_of(ty) != 0;
            if fits || ty == oid::NONE {
                let elements: Vec<Node> = plain.into_iter().map(|n| self.coerce(n, ty, true)).collect();
                let array = if ty == oid::NONE { ty } else { self.types.array_of(ty) };
                let array = Node::new(array, Kind::Array(elements));
                out.push(self.make_any_all(&op, !negated, left.clone(), array));
                order = others;
            }
        }
        for item in order {
            out.push(self.make_op(&op, vec![left.clone(), item]));
        }
        Ok(joined(out, negated))
    }

    fn row_in_list(
        &mut self,
        op: &Operator,
        row: &[Expr],
        list: &[Expr],
        negated: bool,
    ) -> Result<Node, String> {
        let mut out = Vec::new();
        for item in list {
            let Expr::Row(other, _) = item else { return Err("a row beside what is none".to_string()) };
            let (left, right) = (self.exprs(row)?, self.exprs(other)?);
            out.push(self.row_comparison(op, left, right)?);
        }
        Ok(joined(out, negated))
    }

    pub(super) fn like(
        &mut self,
        left: &Expr,
        kind: Match,
        pattern: &Expr,
        escape: Option<&Expr>,
        negated: bool,
    ) -> Result<Node, String> {
        let op = match (kind, negated) {
            (Match::Like, false) => "~~",
            (Match::Like, true) => "!~~",
            (Match::ILike, false) => "~~*",
            (Match::ILike, true) => "!~~*",
            (Match::Similar, false) => "~",
            (Match::Similar, true) => "!~",
        };
        let left = self.expr(left)?;
        let function = if kind == Match::Similar { "similar_to_escape" } else { "like_escape" };
        let pattern = if kind == Match::Similar || escape.is_some() {
            let mut args = vec![(None, pattern.clone())];
            args.extend(escape.map(|e| (None, e.clone())));
            let name = vec!["pg_catalog".to_string(), function.to_string()];
            self.call(&crate::dialect::postgres::canon::raw::Func { name, args, ..Default::default() })?
        } else {
            self.expr(pattern)?
        };
        Ok(self.make_op(&Operator::plain(op), vec![left, pattern]))
    }

    pub(super) fn between(
        &mut self,
        parts: [&Expr; 3],
        symmetric: bool,
        negated: bool,
    ) -> Result<Node, String> {
        let [left, low, high] = parts;
        let (left, low, high) = (self.expr(left)?, self.expr(low)?, self.expr(high)?);
        let (above, below) = if negated { ("<", ">") } else { (">=", "<=") };
        let mut range = |low: &Node, high: &Node| {
            let first = self.make_op(&Operator::plain(above), vec![left.clone(), low.clone()]);
            let second = self.make_op(&Operator::plain(below), vec![left.clone(), high.clone()]);
            joined(vec![first, second], !negated)
        };
        let out = range(&low, &high);
        if !symmetric {
            return Ok(out);
        }
        let other = range(&high, &low);
        Ok(joined(vec![out, other], negated))
    }
}

/// AND or OR over conditions; inside its first operand the same operator is flat, as in text read back.
pub(super) fn joined(mut nodes: Vec<Node>, and: bool) -> Node {
    if nodes.len() == 1
        && let Some(node) = nodes.pop()
    {
        return node;
    }
    let first_alike = match nodes.first().map(|n| &n.kind) {
        Some(Kind::And(_)) => and,
        Some(Kind::Or(_)) => !and,
        _ => false,
    };
    if first_alike {
        let first = nodes.remove(0);
        if let Kind::And(mut all) | Kind::Or(mut all) = first.kind {
            all.append(&mut nodes);
            nodes = all;
        }
    }
    Node::new(oid::BOOL, if and { Kind::And(nodes) } else { Kind::Or(nodes) })
}

/// Whether a column stands in it: such elements do not go into the array IN is turned into.
fn has_column(e: &Expr) -> bool {
    match e {
        Expr::Column(_) | Expr::Star(_) => true,
        Expr::Cast(inner, _) | Expr::Collate(inner, _) | Expr::Unary(_, inner) | Expr::Not(inner) => {
            has_column(inner)
        }
        Expr::Is(inner, _, _) | Expr::Field(inner, _) | Expr::FieldStar(inner) => has_column(inner),
        Expr::Binary(_, a, b) | Expr::NullIf(a, b) | Expr::Distinct(a, b, _) | Expr::AnyAll(a, _, _, b) => {
            has_column(a) || has_column(b)
        }
        Expr::And(all) | Expr::Or(all) | Expr::Coalesce(all) | Expr::MinMax(_, all) | Expr::Array(all) => {
            all.iter().any(has_column)
        }
        Expr::Row(all, _) => all.iter().any(has_column),
        Expr::In(a, all, _) => has_column(a) || all.iter().any(has_column),
        Expr::Like { left, pattern, .. } => has_column(left) || has_column(pattern),
        Expr::Between { left, low, high, .. } => has_column(left) || has_column(low) || has_column(high),
        Expr::Case { arg, whens, otherwise } => {
            arg.as_deref().is_some_and(has_column)
                || otherwise.as_deref().is_some_and(has_column)
                || whens.iter().any(|(a, b)| has_column(a) || has_column(b))
        }
        Expr::Subscript(base, _) => has_column(base),
        Expr::Func(func) => func.args.iter().any(|(_, a)| has_column(a)),
        _ => false,
    }
}
