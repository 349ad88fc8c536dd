//! Operators: which one a sign and its operands mean (`parse_oper.c`).

use super::Elab;
use super::coerce::Freedom;
use super::func::Candidate;
use crate::dialect::postgres::canon::builtin::{self, Oid};
use crate::dialect::postgres::canon::ir::{Kind, Name, Node};
use crate::dialect::postgres::canon::raw::Operator;
use crate::dialect::postgres::canon::registry::oid;

/// An operator that was picked.
pub(super) struct Picked {
    pub(super) name: Name,
    /// What it wants, `NONE` where that is not known.
    pub(super) args: Vec<Oid>,
    pub(super) result: Oid,
}

/// Signs that give a boolean whatever they stand between.
fn boolean_sign(name: &str) -> bool {
    matches!(
        name,
        "=" | "<>"
            | "<"
            | ">"
            | "<="
            | ">="
            | "~~"
            | "!~~"
            | "~~*"
            | "!~~*"
            | "~"
            | "!~"
            | "~*"
            | "!~*"
            | "@>"
            | "<@"
            | "&&"
            | "?"
            | "?|"
            | "?&"
            | "@@"
            | "%"
    )
}

/// The types with what is unknown taken to be like the other side.
fn alike(types: &[Oid]) -> Vec<Oid> {
    match *types {
        [oid::UNKNOWN, right] => vec![right, right],
        [left, oid::UNKNOWN] => vec![left, left],
        _ => types.to_vec(),
    }
}

/// The server's own operator for just these types: it comes before all others, and most are found so.
fn exact_builtin(op: &Operator, types: &[Oid]) -> Option<Picked> {
    if types.contains(&oid::NONE) || op.schema.as_deref().is_some_and(|schema| schema != "pg_catalog") {
        return None;
    }
    let args = alike(types);
    let wanted = match *args.as_slice() {
        [right] => (0, right),
        [left, right] => (left, right),
        _ => return None,
    };
    let row = builtin::operators(&op.name).iter().find(|row| (row.left, row.right) == wanted)?;
    Some(Picked { name: Name { schema: None, name: op.name.clone() }, args, result: row.result })
}

impl Elab<'_> {
    /// The operators of a name that take operands of these types, nearest schema first, and whether there are any others.
    fn operators(&mut self, op: &Operator, types: &[Oid]) -> (Vec<Candidate>, bool) {
        let (mut out, mut any) = (Vec::new(), false);
        let builtin_only = op.schema.as_deref() == Some("pg_catalog");
        if op.schema.is_none() || builtin_only {
            for row in builtin::operators(&op.name).iter().filter(|row| (row.left == 0) == (types.len() == 1))
            {
                any = true;
                let both = [row.left, row.right];
                let args = if types.len() == 1 { &both[1..] } else { &both[..] };
                if self.accepts(args, types, Freedom::Implicit) {
                    out.push(Candidate { args: args.to_vec(), result: row.result, ..Candidate::default() });
                }
            }
        }
        if !builtin_only {
            let catalog = self.cx.catalog;
            for found in catalog.operators(op.schema.as_deref(), &op.name, self.cx.search_path) {
                if found.left.is_none() != (types.len() == 1) {
                    continue;
                }
                any = true;
                let mut args = Vec::new();
                if let Some(left) = &found.left {
                    args.push(self.types.column_type(left).0);
                }
                args.push(self.types.column_type(&found.right).0);
                let result = self.types.column_type(&found.result).0;
                if self.accepts(&args, types, Freedom::Implicit)
                    && !out.iter().any(|c: &Candidate| c.args == args)
                {
                    out.push(Candidate { args, result, schema: Some(found.schema), ..Candidate::default() });
                }
            }
        }
        (out, any)
    }

    /// Picks the operator for operands of these types.
    pub(super) fn pick_operator(&mut self, op: &Operator, types: &[Oid]) -> Picked {
        if let Some(found) = exact_builtin(op, types) {
            return found;
        }
        let (mut candidates, any) = self.operators(op, types);
        for all in [!any, true] {
            self.extension_operators(op, types, all, &mut candidates);
            if let Some(found) = self.best_operator(&candidates, types) {
                let name = Name { schema: found.schema.clone(), name: op.name.clone() };
                return Picked { name, args: found.args.clone(), result: found.result };
            }
        }
        self.guess_operator(op, types)
    }

    fn best_operator<'c>(&mut self, candidates: &'c [Candidate], types: &[Oid]) -> Option<&'c Candidate> {
        if types.contains(&oid::NONE) {
            return None;
        }
        let exact = alike(types);
        let was_unknown = exact != types;
        if let Some(found) = candidates.iter().find(|c| c.args == exact) {
            return Some(found);
        }
        if was_unknown {
            let base: Vec<Oid> = exact.iter().map(|ty| self.types.base_id(*ty)).collect();
            if let Some(found) = candidates.iter().find(|c| c.args == base) {
                return Some(found);
            }
        }
        // An extension's type is likely to have an operator of its own: leave it to the guess.
        if exact.iter().any(|ty| self.types.opaque(*ty)) {
            return None;
        }
        let fitting: Vec<&Candidate> =
            candidates.iter().filter(|c| self.accepts(&c.args, types, Freedom::Implicit)).collect();
        self.select_candidate(&fitting, types)
    }

    /// For types that are not known: both sides alike, as nearly every operator is made.
    fn guess_operator(&mut self, op: &Operator, types: &[Oid]) -> Picked {
        let known = types.iter().copied().find(|ty| *ty != oid::NONE && *ty != oid::UNKNOWN);
        let what = known.map_or_else(|| "a value of unknown type".to_string(), |ty| self.types.text(ty));
        self.doubt(format!("operator {} for {what} is not known here", op.name));
        let same_kind = matches!(
            op.name.as_str(),
            "=" | "<>"
                | "<"
                | ">"
                | "<="
                | ">="
                | "~~"
                | "!~~"
                | "~~*"
                | "!~~*"
                | "~"
                | "!~"
                | "~*"
                | "!~*"
                | "&&"
                | "||"
                | "@>"
                | "<@"
        );
        let args = match (types, known) {
            ([left, right], Some(known))
                if same_kind && (*left == oid::UNKNOWN || *right == oid::UNKNOWN) =>
            {
                vec![known, known]
            }
            _ => types.to_vec(),
        };
        let result = if boolean_sign(&op.name) { oid::BOOL } else { oid::NONE };
        let schema = op.schema.clone().filter(|s| s != "pg_catalog");
        Picked { name: Name { schema, name: op.name.clone() }, args, result }
    }

    /// An operator over its operands, converted to what it wants (`make_op`).
    pub(super) fn make_op(&mut self, op: &Operator, operands: Vec<Node>) -> Node {
        let types = Self::types_of(&operands);
        let picked = self.pick_operator(op, &types);
        let (args, result) = self.resolve_polymorphic(&picked.args, &types, picked.result);
        let operands = operands.into_iter().zip(args).map(|(node, ty)| self.coerce(node, ty, true)).collect();
        Node::new(result, Kind::Op(picked.name, operands))
    }

    /// `left op ANY|ALL (array)` (`make_scalar_array_op`).
    pub(super) fn make_any_all(&mut self, op: &Operator, any: bool, left: Node, right: Node) -> Node {
        let array = self.types.base_id(right.ty);
        let element = match right.ty {
            oid::UNKNOWN => oid::UNKNOWN,
            oid::NONE => oid::NONE,
            _ => self.types.element_of(array),
        };
        let types = [left.ty, element];
        let picked = self.pick_operator(op, &types);
        let (args, _) = self.resolve_polymorphic(&picked.args, &types, picked.result);
        let (Some(want), Some(want_element)) = (args.first().copied(), args.get(1).copied()) else {
            return Node::new(oid::BOOL, Kind::AnyAll(picked.name, any, Box::new((left, right))));
        };
        let left = self.coerce(left, want, true);
        let wanted = match want_element {
            oid::NONE | oid::UNKNOWN => oid::NONE,
            element => self.types.array_of(element),
        };
        let right = if wanted == oid::NONE { right } else { self.coerce(right, wanted, true) };
        Node::new(oid::BOOL, Kind::AnyAll(picked.name, any, Box::new((left, right))))
    }
}
