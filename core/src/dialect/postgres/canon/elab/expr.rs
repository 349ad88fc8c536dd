//! The walk over an expression (`parse_expr.c`): one arm a raw node.

use super::Elab;
use crate::dialect::postgres::canon::ir::{Kind, Name, Node};
use crate::dialect::postgres::canon::raw::{Expr, Func, Operator, Test};
use crate::dialect::postgres::canon::registry::oid;
use crate::dialect::postgres::canon::{literal, scope};
use crate::model::Kind as ObjectKind;

/// Columns that every table has without anybody saying so.
const SYSTEM: &[&str] = &["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"];

impl Elab<'_> {
    /// An expression. An error is a form that cannot be elaborated, and says why.
    /// It and [`Self::special`] do nothing but call, so that their frames stay small however deep the tree.
    pub(crate) fn expr(&mut self, raw: &Expr) -> Result<Node, String> {
        match raw {
            Expr::Column(parts) => self.column(parts),
            Expr::Cast(inner, name) => self.cast(inner, name),
            Expr::Collate(inner, name) => self.collate(inner, name),
            Expr::Unary(op, inner) => self.unary(op, inner),
            Expr::Binary(op, left, right) => self.binary(op, left, right),
            Expr::AnyAll(left, op, any, right) => self.any_all(left, op, *any, right),
            Expr::And(all) => self.logical(all, true),
            Expr::Or(all) => self.logical(all, false),
            Expr::Not(inner) => self.not(inner),
            Expr::Case { arg, whens, otherwise } => self.case(arg.as_deref(), whens, otherwise.as_deref()),
            Expr::Sub { kind, left, op, query } => self.sub(*kind, left.as_deref(), op.as_ref(), query),
            Expr::Func(func) => self.call(func),
            Expr::In(left, list, negated) => self.in_list(left, list, *negated),
            _ => self.special(raw),
        }
    }

    /// The rarer forms.
    fn special(&mut self, raw: &Expr) -> Result<Node, String> {
        match raw {
            Expr::Distinct(left, right, negated) => self.distinct(left, right, *negated),
            Expr::NullIf(left, right) => self.null_if(left, right),
            Expr::Like { left, kind, pattern, escape, negated } => {
                self.like(left, *kind, pattern, escape.as_deref(), *negated)
            }
            Expr::Between { left, low, high, symmetric, negated } => {
                self.between([left, low, high], *symmetric, *negated)
            }
            Expr::Is(inner, test, negated) => self.is(inner, *test, *negated),
            Expr::Coalesce(all) => self.unified(all, Kind::Coalesce),
            Expr::MinMax(greatest, all) => self.unified(all, |nodes| Kind::MinMax(*greatest, nodes)),
            Expr::Array(all) => self.array(all, None),
            Expr::Row(all, _) => self.row(all),
            Expr::Subscript(base, subs) => self.subscript(base, subs),
            Expr::Field(base, name) => self.field_of(base, name),
            Expr::Grouping(all) => self.grouping(all),
            Expr::Star(path) => self.star(path),
            _ => Self::leaf(raw),
        }
    }

    fn leaf(raw: &Expr) -> Result<Node, String> {
        Ok(match raw {
            Expr::Null => Node::new(oid::UNKNOWN, Kind::Const { text: None, exact: true }),
            Expr::Bool(value) => constant(oid::BOOL, if *value { "true" } else { "false" }),
            Expr::Number(digits) => number(digits),
            Expr::Str(text) => constant(oid::UNKNOWN, text),
            Expr::Bits(text) => constant(oid::BIT, &literal::bits(text)),
            Expr::Param(number) => Node::new(oid::NONE, Kind::Param(number.clone())),
            Expr::Default => Node::new(oid::NONE, Kind::Default),
            Expr::Value(name, precision) => Node::new(value_type(name), Kind::Value(name, precision.clone())),
            _ => return Err("* outside of a list of targets".to_string()),
        })
    }

    fn unary(&mut self, op: &Operator, inner: &Expr) -> Result<Node, String> {
        let inner = self.expr(inner)?;
        // `- 1` is a number when it is read again.
        if let (Kind::Const { text: Some(digits), .. }, "-", None) =
            (&inner.kind, op.name.as_str(), &op.schema)
        {
            let bare = digits.starts_with(|c: char| c.is_ascii_digit());
            if bare
                && (inner.ty == oid::INT4
                    || inner.ty == oid::NUMERIC && inner.typmod < 0 && digits.contains('.'))
            {
                return Ok(number(&format!("-{digits}")));
            }
        }
        Ok(self.make_op(op, vec![inner]))
    }

    fn any_all(&mut self, left: &Expr, op: &Operator, any: bool, right: &Expr) -> Result<Node, String> {
        let (left, right) = (self.expr(left)?, self.expr(right)?);
        Ok(self.make_any_all(op, any, left, right))
    }

    fn not(&mut self, inner: &Expr) -> Result<Node, String> {
        let inner = self.expr(inner)?;
        let inner = self.condition(inner);
        Ok(Node::new(oid::BOOL, Kind::Not(Box::new(inner))))
    }

    fn is(&mut self, inner: &Expr, test: Test, negated: bool) -> Result<Node, String> {
        let mut inner = self.expr(inner)?;
        if matches!(test, Test::True | Test::False | Test::Unknown) {
            inner = self.condition(inner);
        }
        Ok(Node::new(oid::BOOL, Kind::Is(Box::new(inner), test, negated)))
    }

    fn unified(&mut self, all: &[Expr], kind: impl FnOnce(Vec<Node>) -> Kind) -> Result<Node, String> {
        let all = self.exprs(all)?;
        let (all, ty) = self.unify(all);
        let typmod = Self::common_typmod(&all, ty);
        Ok(Node { ty, typmod, kind: kind(all) })
    }

    fn row(&mut self, all: &[Expr]) -> Result<Node, String> {
        let all = self.exprs(all)?;
        Ok(Node::new(oid::RECORD, Kind::Row(all)))
    }

    fn field_of(&mut self, base: &Expr, name: &str) -> Result<Node, String> {
        let base = self.expr(base)?;
        Ok(self.field(base, name))
    }

    fn grouping(&mut self, all: &[Expr]) -> Result<Node, String> {
        let all = self.exprs(all)?;
        Ok(Node::new(oid::INT4, Kind::Grouping(all)))
    }

    fn star(&mut self, path: &[String]) -> Result<Node, String> {
        let (schema, name) = match path {
            [name] => (None, name),
            [schema, name] | [_, schema, name] => (Some(schema.as_str()), name),
            _ => return Err("* outside of a list of targets".to_string()),
        };
        self.whole_row(schema, name).ok_or_else(|| format!("{name}.* stands for nothing that is known"))
    }

    fn column(&mut self, parts: &[String]) -> Result<Node, String> {
        let (found, column) = match parts {
            [column] => {
                if column == "value"
                    && let Some(ty) = self.cx.value
                {
                    let (ty, typmod) = self.types.column_type(ty);
                    let kind = Kind::Var { relation: String::new(), column: "VALUE".to_string() };
                    return Ok(Node { ty, typmod, kind });
                }
                let found = scope::bare_column(&self.scopes, column);
                let up = found.as_ref().filter(|found| found.sure).map_or(usize::MAX, |found| found.up);
                match self.merged_column(column, up) {
                    Some(node) => return Ok(node),
                    None => (found, column),
                }
            }
            [relation, column] => (self.qualified_column(None, relation, column), column),
            [schema, relation, column] | [_, schema, relation, column] => {
                (self.qualified_column(Some(schema), relation, column), column)
            }
            _ => (None, parts.last().ok_or("a column without a name")?),
        };
        if let Some(found) = found {
            self.queries.reached.insert(self.scopes.len() - found.up.min(self.scopes.len()));
            if !found.sure {
                self.doubt(format!("type of column {column} is not known here"));
            }
            let kind = Kind::Var { relation: found.relation, column: column.clone() };
            return Ok(Node { ty: found.ty, typmod: found.typmod, kind });
        }
        if let [name] = parts
            && let Some(row) = self.whole_row(None, name)
        {
            return Ok(row);
        }
        if let Some(call) = self.called_as_column(parts) {
            return self.call(&call);
        }
        self.doubt(format!("column {} is not known here", parts.join(".")));
        if self.missing.is_none() && !SYSTEM.contains(&column.as_str()) {
            self.missing = Some(parts.join("."));
        }
        let relation = parts.len().checked_sub(2).and_then(|at| parts.get(at)).cloned().unwrap_or_default();
        Ok(Node::new(oid::NONE, Kind::Var { relation, column: column.clone() }))
    }

    /// `p.label` is `label(p)` where the relation has no such column but there is such a function of its row.
    fn called_as_column(&mut self, parts: &[String]) -> Option<Func> {
        let (name, relation) = parts.split_last()?;
        let (schema, table) = match relation {
            [table] => (None, table),
            [schema, table] => (Some(schema.as_str()), table),
            _ => return None,
        };
        scope::relation(&self.scopes, schema, table)?;
        let known = !self.function_candidates(None, name, &[None], false).is_empty();
        let args = vec![(None, Expr::Column(relation.to_vec()))];
        known.then(|| Func { name: vec![name.clone()], args, ..Func::default() })
    }

    /// A column merged by USING, unless a level below its own has one of that name.
    fn merged_column(&mut self, column: &str, below: usize) -> Option<Node> {
        let merged = |scope: &scope::Scope| {
            scope.merged.iter().find(|(name, _)| name == column).map(|(_, node)| node.clone())
        };
        let levels = self.scopes.iter().rev().enumerate();
        let (up, node) =
            levels.take_while(|(up, _)| *up <= below).find_map(|(up, s)| Some((up, merged(s)?)))?;
        self.queries.reached.insert(self.scopes.len() - up);
        Some(node)
    }

    fn qualified_column(&self, schema: Option<&str>, relation: &str, column: &str) -> Option<scope::Found> {
        let (item, up) = scope::relation(&self.scopes, schema, relation)?;
        item.column(column, up > 0).map(|found| scope::Found { up, ..found })
    }

    fn collate(&mut self, inner: &Expr, name: &[String]) -> Result<Node, String> {
        let inner = self.expr(inner)?;
        let name = match name {
            [name] => {
                let home = self.cx.catalog.home(ObjectKind::Collation, None, name, self.cx.search_path);
                Name { schema: home, name: name.clone() }
            }
            [schema, name] => {
                Name { schema: Some(schema.clone()).filter(|s| s != "pg_catalog"), name: name.clone() }
            }
            _ => return Err("a collation's name has too many parts".to_string()),
        };
        Ok(Node { ty: inner.ty, typmod: inner.typmod, kind: Kind::Collate(Box::new(inner), name) })
    }
}

fn constant(ty: u32, text: &str) -> Node {
    Node::new(ty, Kind::Const { text: Some(text.to_string()), exact: true })
}

/// Digits that fit are integer, then bigint; all else is numeric.
fn number(digits: &str) -> Node {
    let whole = digits.strip_prefix('-').unwrap_or(digits);
    if !whole.contains(['.', 'e', 'E']) {
        let text = digits.parse::<i128>().map_or_else(|_| digits.to_string(), |n| n.to_string());
        if digits.parse::<i32>().is_ok() {
            return constant(oid::INT4, &text);
        }
        if digits.parse::<i64>().is_ok() {
            return constant(oid::INT8, &text);
        }
        return constant(oid::NUMERIC, &text);
    }
    constant(oid::NUMERIC, &literal::numeric(digits).unwrap_or_else(|| digits.to_string()))
}

fn value_type(name: &str) -> u32 {
    match name {
        "CURRENT_DATE" => oid::DATE,
        "CURRENT_TIME" => oid::TIMETZ,
        "CURRENT_TIMESTAMP" => oid::TIMESTAMPTZ,
        "LOCALTIME" => oid::TIME,
        "LOCALTIMESTAMP" => oid::TIMESTAMP,
        "SYSTEM_USER" => oid::TEXT,
        _ => oid::NAME,
    }
}
