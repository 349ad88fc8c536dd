//! CASE, ARRAY, ROW, subscripts, fields, and calls: nodes made of several parts.

use super::Elab;
use super::coerce::{Freedom, Path};
use super::func::Candidate;
use crate::dialect::postgres::canon::builtin::{self, Oid};
use crate::dialect::postgres::canon::ir::{Func, Kind, Name, Node};
use crate::dialect::postgres::canon::raw::{self, Expr, Operator};
use crate::dialect::postgres::canon::registry::oid;

impl Elab<'_> {
    pub(super) fn exprs(&mut self, all: &[Expr]) -> Result<Vec<Node>, String> {
        let mut out = Vec::with_capacity(all.len());
        for e in all {
            out.push(self.expr(e)?);
        }
        Ok(out)
    }

    pub(super) fn case(
        &mut self,
        arg: Option<&Expr>,
        whens: &[(Expr, Expr)],
        otherwise: Option<&Expr>,
    ) -> Result<Node, String> {
        let arg = match arg {
            Some(arg) => {
                let arg = self.expr(arg)?;
                Some(self.settle_unknown(arg))
            }
            None => None,
        };
        let mut tests = Vec::new();
        let mut results = vec![match otherwise {
            Some(otherwise) => self.expr(otherwise)?,
            None => Node::new(oid::UNKNOWN, Kind::Const { text: None, exact: true }),
        }];
        for (when, then) in whens {
            let when = self.expr(when)?;
            tests.push(match &arg {
                // Compared with a placeholder; only the right side is printed.
                Some(arg) => self.compared(arg.ty, when),
                None => self.condition(when),
            });
            results.push(self.expr(then)?);
        }
        let (mut results, ty) = self.unify(results);
        let typmod = Self::common_typmod(&results, ty);
        let otherwise = (!results.is_empty()).then(|| Box::new(results.remove(0)));
        let whens = tests.into_iter().zip(results).collect();
        Ok(Node { ty, typmod, kind: Kind::Case { arg: arg.map(Box::new), whens, otherwise } })
    }

    /// The right operand of `=` as it becomes beside a value of that type.
    fn compared(&mut self, left: Oid, right: Node) -> Node {
        let placeholder = Node::new(left, Kind::Default);
        match self.make_op(&Operator::plain("="), vec![placeholder, right]).kind {
            Kind::Op(_, mut operands) if operands.len() == 2 => operands.remove(1),
            kind => Node::new(oid::NONE, kind),
        }
    }

    /// ARRAY[...]; with the type it is cast to, if it is.
    pub(super) fn array(&mut self, all: &[Expr], target: Option<(Oid, i32)>) -> Result<Node, String> {
        let element_target =
            target.map(|(ty, typmod)| (self.types.element_of(ty), typmod)).filter(|(ty, _)| *ty != 0);
        let mut nodes = Vec::new();
        for e in all {
            nodes.push(match e {
                Expr::Array(inner) => self.array(inner, target)?,
                other => self.expr(other)?,
            });
        }
        if let (Some((element, typmod)), Some((ty, _))) = (element_target, target) {
            let cast = nodes.into_iter().map(|node| match node.kind {
                Kind::Array(_) => node,
                _ => self.coerce_to(node, element, typmod, false),
            });
            let cast = cast.collect();
            return Ok(Node { ty, typmod, kind: Kind::Array(cast) });
        }
        if nodes.is_empty() {
            return Ok(Node::new(oid::NONE, Kind::Array(nodes)));
        }
        let (nodes, common) = self.unify(nodes);
        let ty = match common {
            oid::NONE => oid::NONE,
            common => self.types.array_of(common),
        };
        Ok(Node::new(ty, Kind::Array(nodes)))
    }

    pub(super) fn cast(
        &mut self,
        inner: &Expr,
        name: &super::super::types::TypeName,
    ) -> Result<Node, String> {
        let (ty, typmod) = self.types.resolve(name);
        let base = self.types.base_id(ty);
        let node = match inner {
            Expr::Array(all) if self.types.element_of(base) != 0 => {
                let node = self.array(all, Some((base, if base == ty { typmod } else { -1 })))?;
                if base == ty {
                    return Ok(Node { typmod: -1, ..node });
                }
                node
            }
            other => self.expr(other)?,
        };
        Ok(self.coerce_to(node, ty, typmod, false))
    }

    pub(super) fn subscript(&mut self, base: &Expr, subs: &[raw::Subscript]) -> Result<Node, String> {
        let base = self.expr(base)?;
        let container = self.types.base_id(base.ty);
        let element = match container {
            oid::JSONB => oid::JSONB,
            // Points, lines and boxes can be subscripted too.
            600 | 628 => oid::FLOAT8,
            601 | 603 => 600,
            other => self.types.element_of(other),
        };
        let slice = subs.iter().any(|s| s.slice);
        let mut out = Vec::new();
        for sub in subs {
            let lower = self.subscript_part(sub.lower.as_ref(), container)?;
            let upper = self.subscript_part(sub.upper.as_ref(), container)?;
            out.push((lower, upper, sub.slice));
        }
        let ty = if slice { container } else { element };
        Ok(Node { ty, typmod: base.typmod, kind: Kind::Subscript(Box::new(base), out) })
    }

    fn subscript_part(&mut self, part: Option<&Expr>, container: Oid) -> Result<Option<Node>, String> {
        let Some(part) = part else { return Ok(None) };
        let node = self.expr(part)?;
        let want = match (container, node.ty) {
            (oid::NONE, _) => return Ok(Some(node)),
            (oid::JSONB, oid::UNKNOWN) => oid::TEXT,
            (oid::JSONB, _) => node.ty,
            _ => oid::INT4,
        };
        Ok(Some(self.coerce(node, want, true)))
    }

    pub(super) fn field(&mut self, base: Node, name: &str) -> Node {
        let base_ty = self.types.base_id(base.ty);
        let found =
            self.types.fields(base_ty).and_then(|fields| fields.iter().find(|(n, _)| n == name).cloned());
        let (ty, typmod) =
            match found.map(|(_, ty)| self.types.column_type(&ty)).or_else(|| self.row_field(&base, name)) {
                Some(found) => found,
                None => {
                    self.doubt(format!("type of field {name} is not known here"));
                    (oid::NONE, -1)
                }
            };
        Node { ty, typmod, kind: Kind::Field(Box::new(base), name.to_string()) }
    }

    /// A call, or a conversion written as one.
    pub(super) fn call(&mut self, func: &raw::Func) -> Result<Node, String> {
        let mut args = Vec::new();
        for (_, arg) in &func.args {
            args.push(self.expr(arg)?);
        }
        let mut order_by = Vec::new();
        for sort in &func.order_by {
            order_by.push(self.sort_by(sort)?);
        }
        let filter = match &func.filter {
            Some(filter) => {
                let filter = self.expr(filter)?;
                Some(self.condition(filter))
            }
            None => None,
        };
        let over = match &func.over {
            Some(over) => Some(self.window(over)?),
            None => None,
        };
        let (schema, name) = match func.name.as_slice() {
            [name] => (None, name.as_str()),
            [schema, name] => (Some(schema.as_str()), name.as_str()),
            [_, schema, name] => (Some(schema.as_str()), name.as_str()),
            _ => return Err("a function's name has too many parts".to_string()),
        };
        let mut names: Vec<Option<String>> = func.args.iter().map(|(name, _)| name.clone()).collect();
        let direct = args.len();
        if func.within_group {
            for sort in &order_by {
                args.push(sort.node.clone());
                names.push(None);
            }
        }
        let mut out = Func {
            name: Name {
                schema: schema.filter(|s| *s != "pg_catalog").map(str::to_string),
                name: name.to_string(),
            },
            variadic: func.variadic,
            special: func.special,
            star: func.star,
            distinct: func.distinct,
            within_group: func.within_group,
            arg_names: if names.iter().any(Option::is_some) { names.clone() } else { Vec::new() },
            order_by,
            filter,
            over,
            ..Func::default()
        };
        let (mut args, result) = match self.resolve_call(schema, name, &names, func, args, &mut out)? {
            Resolved::Cast(node) => return Ok(node),
            Resolved::Call(args, result) => (args, result),
        };
        if func.within_group {
            let sorted = args.split_off(direct.min(args.len()));
            for (sort, node) in out.order_by.iter_mut().zip(sorted) {
                sort.node = node;
            }
        }
        if !func.within_group {
            // What is ordered by is an argument, conversions and all, where it is one without them.
            for sort in &mut out.order_by {
                let same = args.iter().find(|arg| match &arg.kind {
                    Kind::Cast { arg, implicit: true } => **arg == sort.node,
                    _ => false,
                });
                if let Some(arg) = same {
                    sort.node = arg.clone();
                }
            }
        }
        out.args = args;
        Ok(Node::new(result, Kind::Func(Box::new(out))))
    }

    fn resolve_call(
        &mut self,
        schema: Option<&str>,
        name: &str,
        names: &[Option<String>],
        func: &raw::Func,
        args: Vec<Node>,
        out: &mut Func,
    ) -> Result<Resolved, String> {
        let types = Self::types_of(&args);
        let mut candidates = self.function_candidates(schema, name, names, func.variadic);
        self.extension_functions(schema, name, &types, func.variadic, candidates.is_empty(), &mut candidates);
        let mut found = candidates.iter().find(|c| c.args == types).cloned();
        if found.is_none() {
            if let Some(node) = self.cast_call(schema, name, func, &args) {
                return Ok(Resolved::Cast(node));
            }
            found = self.best_function(&candidates, &types);
        }
        if found.is_none() {
            self.extension_functions(schema, name, &types, func.variadic, true, &mut candidates);
            found = self.best_function(&candidates, &types);
        }
        let Some(found) = found else {
            self.doubt(format!("function {name} is not known here"));
            return Ok(Resolved::Call(args, oid::NONE));
        };
        let (want, result) = self.resolve_polymorphic(&found.args, &types, found.result);
        out.name.schema = found.schema.clone();
        out.aggregate = found.aggregate;
        out.set = found.set;
        let mut args: Vec<Node> =
            args.into_iter().zip(want.iter()).map(|(node, ty)| self.coerce(node, *ty, true)).collect();
        if found.spread > 0 {
            let rest = args.split_off(args.len() - found.spread);
            let element = rest.first().map_or(oid::NONE, |n| n.ty);
            let array = if element == oid::NONE { oid::NONE } else { self.types.array_of(element) };
            args.push(Node::new(array, Kind::Array(rest)));
            out.variadic = true;
        }
        Ok(Resolved::Call(args, result))
    }

    fn best_function(&mut self, candidates: &[Candidate], types: &[Oid]) -> Option<Candidate> {
        let fitting: Vec<&Candidate> =
            candidates.iter().filter(|c| self.accepts(&c.args, types, Freedom::Implicit)).collect();
        if types.contains(&oid::NONE) && fitting.len() > 1 {
            return self.same_for_all(&fitting);
        }
        self.select_candidate(&fitting, types).cloned()
    }

    /// With an argument of unknown type: what all candidates have in common.
    fn same_for_all(&mut self, fitting: &[&Candidate]) -> Option<Candidate> {
        self.doubt("the type of a function's argument is not known here".to_string());
        let first = *fitting.first()?;
        let mut out = first.clone();
        for (at, ty) in out.args.iter_mut().enumerate() {
            if fitting.iter().any(|c| c.args.get(at) != Some(&*ty)) {
                *ty = oid::NONE;
            }
        }
        if fitting.iter().any(|c| c.result != first.result) {
            out.result = oid::NONE;
        }
        out.spread = 0;
        Some(out)
    }

    /// `text(x)`, `float8(x)`: a type's name as a function is a cast.
    fn cast_call(
        &mut self,
        schema: Option<&str>,
        name: &str,
        func: &raw::Func,
        args: &[Node],
    ) -> Option<Node> {
        let [arg] = args else { return None };
        let plain = !func.star && !func.distinct && !func.variadic && func.over.is_none() && !func.special;
        if !plain || schema.is_some_and(|s| s != "pg_catalog") {
            return None;
        }
        let target = builtin::type_named(name)?.oid;
        let source = self.types.base_id(arg.ty);
        let relabel = arg.ty == oid::UNKNOWN
            || self.pathway(source, target, Freedom::Explicit) == Some(Path::Relabel)
            || (self.types.cast(source, target).is_none_or(|c| c.method == b'i')
                && self.pathway(source, target, Freedom::Explicit).is_some());
        (relabel && arg.ty != oid::NONE).then(|| self.coerce(arg.clone(), target, false))
    }
}

enum Resolved {
    Cast(Node),
    Call(Vec<Node>, Oid),
}
