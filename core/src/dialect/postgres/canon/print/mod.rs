//! The typed tree as text, the way `ruleutils.c` writes it: every operator in parentheses, implicit conversions shown
//! where they stand under another node. The loose form leaves out casts and schemas.

mod from;
mod func;
mod layout;
mod query;
mod statement;

use super::Canonical;
use super::elab::Elab;
use super::escapes::{push_ident, push_literal};
use super::ir::{Kind, Name, Node, Query};
use super::ir_statement::Statement;
use super::raw::Test;
use super::registry::{Registry, oid};

/// The canonical and the loose text of a node.
pub(super) fn canonical(node: &Node, elab: Elab<'_>) -> Canonical {
    both(elab, |printer| printer.node(node, false))
}

/// The canonical and the loose text of a query.
pub(super) fn canonical_query(query: &Query, elab: Elab<'_>) -> Canonical {
    both(elab, |printer| printer.query(query))
}

/// The canonical and the loose text of a statement.
pub(super) fn canonical_statement(statement: &Statement, elab: Elab<'_>) -> Canonical {
    both(elab, |printer| printer.statement(statement))
}

fn both(elab: Elab<'_>, print: impl Fn(&mut Printer<'_, '_>)) -> Canonical {
    let text = |loose| {
        let mut printer = Printer {
            out: String::new(),
            types: &elab.types,
            loose,
            inexact: false,
            numbered: false,
            bare: false,
        };
        print(&mut printer);
        (layout::lay_out(&printer.out), printer.inexact)
    };
    let ((text, _), (loose, inexact)) = (text(false), text(true));
    let missing = elab.missing;
    let mut undecided = elab.undecided;
    if inexact {
        undecided.push("a literal of a type whose output form is not known here".to_string());
    }
    Canonical { text, loose, undecided, missing }
}

/// Writes nodes into a text.
pub(super) struct Printer<'p, 'a> {
    pub(super) out: String,
    pub(super) types: &'p Registry<'a>,
    pub(super) loose: bool,
    /// A literal was printed whose type may print it otherwise.
    inexact: bool,
    /// ORDER BY names columns by their numbers here.
    numbered: bool,
    /// Columns are named alone: those of the table that is inserted into, where it says what to do about a conflict.
    bare: bool,
}

impl Printer<'_, '_> {
    pub(super) fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    pub(super) fn ident(&mut self, name: &str) {
        push_ident(&mut self.out, name);
    }

    pub(super) fn name(&mut self, name: &Name) {
        if let (Some(schema), false) = (&name.schema, self.loose) {
            push_ident(&mut self.out, schema);
            self.out.push('.');
        }
        push_ident(&mut self.out, &name.name);
    }

    fn operator(&mut self, name: &Name) {
        match &name.schema {
            Some(schema) if !self.loose => {
                self.push("OPERATOR(");
                push_ident(&mut self.out, schema);
                self.out.push('.');
                self.push(&name.name);
                self.push(")");
            }
            _ => self.push(&name.name),
        }
    }

    /// Several nodes with commas between them.
    pub(super) fn list(&mut self, nodes: &[Node], implicit: bool) {
        for (i, node) in nodes.iter().enumerate() {
            if i > 0 {
                self.push(", ");
            }
            self.node(node, implicit);
        }
    }

    /// A node; `implicit` says whether an implicit conversion at its top is shown.
    pub(super) fn node(&mut self, node: &Node, implicit: bool) {
        match &node.kind {
            Kind::Var { relation, column } => self.var(relation, column),
            Kind::WholeRow(relation) => {
                self.ident(relation);
                self.push(".*");
            }
            Kind::Const { text, exact } => self.constant(node, text.as_deref(), *exact, true),
            Kind::Param(number) => {
                self.push("$");
                self.push(number);
            }
            Kind::Default => self.push("DEFAULT"),
            Kind::Op(name, operands) => self.operation(name, operands),
            Kind::And(all) => self.joined(all, " AND "),
            Kind::Or(all) => self.joined(all, " OR "),
            Kind::Not(inner) => {
                self.push("(NOT ");
                self.node(inner, false);
                self.push(")");
            }
            Kind::Cast { arg, implicit: hidden } => self.cast(node, arg, *hidden && !implicit),
            Kind::Func(func) => self.func(func),
            Kind::Collate(inner, name) => {
                self.push("(");
                self.node(inner, implicit);
                self.push(" COLLATE ");
                self.name(name);
                self.push(")");
            }
            _ => self.construct(node, implicit),
        }
    }

    fn construct(&mut self, node: &Node, implicit: bool) {
        match &node.kind {
            Kind::AnyAll(name, any, pair) => {
                self.push("(");
                self.node(&pair.0, true);
                self.push(" ");
                self.operator(name);
                self.push(if *any { " ANY (" } else { " ALL (" });
                self.node(&pair.1, true);
                self.push("))");
            }
            Kind::Distinct(pair) => {
                self.push("(");
                self.node(&pair.0, true);
                self.push(" IS DISTINCT FROM ");
                self.node(&pair.1, true);
                self.push(")");
            }
            Kind::NullIf(pair) => {
                self.push("NULLIF(");
                self.node(&pair.0, true);
                self.push(", ");
                self.node(&pair.1, true);
                self.push(")");
            }
            Kind::Coalesce(all) => self.call_like("COALESCE", all),
            Kind::MinMax(greatest, all) => self.call_like(if *greatest { "GREATEST" } else { "LEAST" }, all),
            Kind::Row(all) => self.call_like("ROW", all),
            Kind::Grouping(all) => self.call_like("GROUPING", all),
            Kind::Case { arg, whens, otherwise } => self.case(arg.as_deref(), whens, otherwise.as_deref()),
            Kind::Array(all) => {
                self.push("ARRAY[");
                self.list(all, true);
                self.push("]");
                if all.is_empty() && !self.loose && node.ty != oid::NONE {
                    self.push("::");
                    self.types.push(&mut self.out, node.ty, -1);
                }
            }
            Kind::RowCompare(name, left, right) => {
                self.push("(");
                self.call_like("ROW", left);
                self.push(" ");
                self.operator(name);
                self.push(" ");
                self.call_like("ROW", right);
                self.push(")");
            }
            Kind::Value(name, precision) => {
                self.push(name);
                if let Some(precision) = precision {
                    self.push("(");
                    self.push(precision);
                    self.push(")");
                }
            }
            Kind::Is(inner, test, negated) => self.test(inner, *test, *negated),
            Kind::Subscript(base, subs) => self.subscripts(base, subs, implicit),
            Kind::Field(base, name) => {
                let bare = matches!(base.kind, Kind::Subscript(..) | Kind::Field(..));
                self.push(if bare { "" } else { "(" });
                self.node(base, true);
                self.push(if bare { "." } else { ")." });
                self.ident(name);
            }
            Kind::Sub { kind, left, op, query } => self.sub(*kind, left, op.as_ref(), query),
            _ => {}
        }
    }

    fn var(&mut self, relation: &str, column: &str) {
        if !relation.is_empty() && !self.bare {
            self.ident(relation);
            self.push(".");
        }
        if relation.is_empty() && column == "VALUE" { self.push("VALUE") } else { self.ident(column) }
    }

    fn call_like(&mut self, word: &str, args: &[Node]) {
        self.push(word);
        self.push("(");
        self.list(args, true);
        self.push(")");
    }

    fn operation(&mut self, name: &Name, operands: &[Node]) {
        self.push("(");
        if let [left, right] = operands {
            self.node(left, true);
            self.push(" ");
            self.operator(name);
            self.push(" ");
            self.node(right, true);
        } else if let [right] = operands {
            self.operator(name);
            self.push(" ");
            self.node(right, true);
        }
        self.push(")");
    }

    fn joined(&mut self, all: &[Node], word: &str) {
        self.push("(");
        for (i, node) in all.iter().enumerate() {
            if i > 0 {
                self.push(word);
            }
            self.node(node, false);
        }
        self.push(")");
    }

    fn test(&mut self, inner: &Node, test: Test, negated: bool) {
        if test == Test::Document {
            // Stands without parentheses of its own; NOT has them.
            self.push(if negated { "(NOT " } else { "" });
            self.node(inner, false);
            return self.push(if negated { " IS DOCUMENT)" } else { " IS DOCUMENT" });
        }
        self.push("(");
        self.node(inner, test == Test::Null);
        self.push(if negated { " IS NOT " } else { " IS " });
        self.push(match test {
            Test::Null => "NULL",
            Test::True => "TRUE",
            Test::False => "FALSE",
            _ => "UNKNOWN",
        });
        self.push(")");
    }

    fn case(&mut self, arg: Option<&Node>, whens: &[(Node, Node)], otherwise: Option<&Node>) {
        self.push("CASE");
        if let Some(arg) = arg {
            self.push(" ");
            self.node(arg, true);
        }
        for (when, then) in whens {
            self.push(" WHEN ");
            self.node(when, false);
            self.push(" THEN ");
            self.node(then, true);
        }
        if let Some(otherwise) = otherwise {
            self.push(" ELSE ");
            self.node(otherwise, true);
        }
        self.push(" END");
    }

    fn subscripts(&mut self, base: &Node, subs: &[(Option<Node>, Option<Node>, bool)], implicit: bool) {
        let bare = matches!(base.kind, Kind::Var { .. } | Kind::Field(..));
        self.push(if bare { "" } else { "(" });
        self.node(base, implicit);
        self.push(if bare { "" } else { ")" });
        for (lower, upper, slice) in subs {
            self.push("[");
            if let Some(lower) = lower {
                self.node(lower, false);
            }
            if *slice {
                self.push(":");
            }
            if let Some(upper) = upper {
                self.node(upper, false);
            }
            self.push("]");
        }
    }

    /// A conversion; a hidden one shows only what is converted.
    fn cast(&mut self, node: &Node, arg: &Node, hidden: bool) {
        if hidden || self.loose {
            return self.node(arg, false);
        }
        match &arg.kind {
            Kind::Const { text, exact } if arg.ty == node.ty && arg.typmod == -1 => {
                self.constant(arg, text.as_deref(), *exact, false);
            }
            Kind::Row(_) if !matches!(node.ty, oid::RECORD) => self.node(arg, false),
            _ => {
                self.push("(");
                self.node(arg, false);
                self.push(")");
            }
        }
        self.push("::");
        self.types.push(&mut self.out, node.ty, node.typmod);
    }

    fn constant(&mut self, node: &Node, text: Option<&str>, exact: bool, label: bool) {
        let label = label && !self.loose;
        let Some(text) = text else {
            self.push("NULL");
            if label && node.ty != oid::NONE {
                self.label(node);
            }
            return;
        };
        let digits = text.starts_with(|c: char| c.is_ascii_digit());
        let bare = match node.ty {
            oid::BOOL => true,
            oid::INT4 => digits,
            oid::NUMERIC => digits && text.contains(['.', 'e', 'E']),
            _ => false,
        };
        if bare
            || (self.loose
                && exact
                && matches!(
                    node.ty,
                    oid::INT2 | oid::INT8 | oid::INT4 | oid::NUMERIC | oid::FLOAT4 | oid::FLOAT8
                ))
        {
            self.push(text);
            if label && node.ty == oid::NUMERIC && node.typmod >= 0 {
                self.label(node);
            }
            return;
        }
        if self.loose {
            return self.loose_literal(node, text, exact);
        }
        push_literal(&mut self.out, text);
        if label && node.ty != oid::UNKNOWN && node.ty != oid::NONE {
            self.label(node);
        }
    }

    /// A literal between marks; a free one may stand for any other (see [`super::alike`]).
    fn loose_literal(&mut self, node: &Node, text: &str, exact: bool) {
        self.inexact |= !exact;
        let plain = matches!(node.ty, oid::TEXT | oid::VARCHAR | oid::BPCHAR);
        self.out.push(if exact && plain { super::LITERAL } else { super::FREE_LITERAL });
        self.out.push_str(text);
        self.out.push(super::LITERAL_END);
    }

    fn label(&mut self, node: &Node) {
        self.push("::");
        self.types.push(&mut self.out, node.ty, node.typmod);
    }
}
