//! Calls as text: plain, aggregate, window, and those with a syntax of their own.

use super::Printer;
use crate::dialect::postgres::canon::ir::{Bound, Func, Kind, Node, SortBy, Window};
use crate::dialect::postgres::canon::registry::oid;

impl Printer<'_, '_> {
    pub(super) fn func(&mut self, func: &Func) {
        if func.special && self.special(func) {
            return;
        }
        self.name(&func.name);
        self.push("(");
        if func.distinct {
            self.push("DISTINCT ");
        }
        if func.star {
            self.push("*");
        }
        for (i, arg) in func.args.iter().enumerate() {
            if i > 0 {
                self.push(", ");
            }
            if func.variadic && i + 1 == func.args.len() {
                self.push("VARIADIC ");
            }
            if let Some(Some(name)) = func.arg_names.get(i) {
                self.ident(name);
                self.push(" => ");
            }
            self.node(arg, true);
        }
        if func.within_group {
            self.push(") WITHIN GROUP (ORDER BY ");
            self.sorts(&func.order_by);
        } else if !func.order_by.is_empty() {
            self.push(" ORDER BY ");
            self.sorts(&func.order_by);
        }
        self.push(")");
        if let Some(filter) = &func.filter {
            self.push(" FILTER (WHERE ");
            self.node(filter, false);
            self.push(")");
        }
        if let Some(over) = &func.over {
            self.push(" OVER ");
            match &over.name {
                Some(name) => self.ident(name),
                None => self.window(over),
            }
        }
    }

    /// `(PARTITION BY ... ORDER BY ... frame)`.
    pub(super) fn window(&mut self, window: &Window) {
        self.push("(");
        let start = self.out.len();
        let space = |s: &mut Self| {
            if s.out.len() > start {
                s.push(" ");
            }
        };
        if let Some(base) = &window.base {
            self.ident(base);
        }
        if !window.partition.is_empty() {
            space(self);
            self.push("PARTITION BY ");
            self.list(&window.partition, false);
        }
        if !window.order_by.is_empty() {
            space(self);
            self.push("ORDER BY ");
            self.sorts(&window.order_by);
        }
        if let Some(frame) = &window.frame {
            space(self);
            self.push(match frame.unit {
                "range" => "RANGE ",
                "rows" => "ROWS ",
                _ => "GROUPS ",
            });
            match &frame.end {
                Some(end) => {
                    self.push("BETWEEN ");
                    self.bound(&frame.start);
                    self.push(" AND ");
                    self.bound(end);
                }
                None => self.bound(&frame.start),
            }
            if let Some(exclude) = frame.exclude {
                self.push(" EXCLUDE ");
                self.push(exclude);
            }
        }
        self.push(")");
    }

    fn bound(&mut self, bound: &Bound) {
        match bound {
            Bound::UnboundedPreceding => self.push("UNBOUNDED PRECEDING"),
            Bound::UnboundedFollowing => self.push("UNBOUNDED FOLLOWING"),
            Bound::CurrentRow => self.push("CURRENT ROW"),
            Bound::Preceding(by) => {
                self.node(by, false);
                self.push(" PRECEDING");
            }
            Bound::Following(by) => {
                self.node(by, false);
                self.push(" FOLLOWING");
            }
        }
    }

    /// A number that is a value and not a column's place has to say so.
    pub(super) fn no_number(&mut self, node: &Node) {
        if matches!(&node.kind, Kind::Const { text: Some(_), .. }) && node.ty == oid::INT4 && !self.loose {
            self.push("::integer");
        }
    }

    /// Items of ORDER BY.
    pub(super) fn sorts(&mut self, sorts: &[SortBy]) {
        for (i, sort) in sorts.iter().enumerate() {
            if i > 0 {
                self.push(", ");
            }
            self.node(&sort.node, true);
            if !self.numbered {
                self.no_number(&sort.node);
            }
            match &sort.using {
                Some(op) => {
                    self.push(" USING ");
                    self.push(&op.name);
                }
                None if sort.descending => self.push(" DESC"),
                None => {}
            }
            match sort.nulls_first {
                Some(true) => self.push(" NULLS FIRST"),
                Some(false) => self.push(" NULLS LAST"),
                None => {}
            }
        }
    }

    /// SQL's own syntax; false for a function or number of arguments that has none.
    fn special(&mut self, func: &Func) -> bool {
        let args = func.args.as_slice();
        match (func.name.name.as_str(), args) {
            ("timezone", [zone, value]) => self.between(&["(", " AT TIME ZONE ", ")"], &[value, zone]),
            ("timezone", [value]) => self.between(&["(", " AT LOCAL)"], &[value]),
            ("overlaps", [a, b, c, d]) => {
                self.between(&["((", ", ", ") OVERLAPS (", ", ", "))"], &[a, b, c, d])
            }
            ("extract", [field, from]) => {
                let Kind::Const { text: Some(field), .. } = &field.kind else { return false };
                self.push("EXTRACT(");
                self.push(field);
                self.between(&[" FROM ", ")"], &[from]);
            }
            ("is_normalized", [value]) => self.between(&["(", " IS NORMALIZED)"], &[value]),
            ("is_normalized", [value, form]) => {
                let Kind::Const { text: Some(form), .. } = &form.kind else { return false };
                self.between(&["(", " IS "], &[value]);
                self.push(form);
                self.push(" NORMALIZED)");
            }
            ("normalize", [value]) => self.between(&["NORMALIZE(", ")"], &[value]),
            ("normalize", [value, form]) => {
                let Kind::Const { text: Some(form), .. } = &form.kind else { return false };
                self.between(&["NORMALIZE(", ", "], &[value]);
                self.push(form);
                self.push(")");
            }
            ("overlay", [a, b, c]) => self.between(&["OVERLAY(", " PLACING ", " FROM ", ")"], &[a, b, c]),
            ("overlay", [a, b, c, d]) => {
                self.between(&["OVERLAY(", " PLACING ", " FROM ", " FOR ", ")"], &[a, b, c, d]);
            }
            ("position", [whole, part]) => self.between(&["POSITION((", ") IN (", "))"], &[part, whole]),
            ("substring", [a, b]) if b.ty == oid::INT4 => {
                self.between(&["SUBSTRING(", " FROM ", ")"], &[a, b])
            }
            ("substring", [a, b, c]) if b.ty == oid::INT4 => {
                self.between(&["SUBSTRING(", " FROM ", " FOR ", ")"], &[a, b, c]);
            }
            ("substring", [a, b, c]) => {
                self.between(&["SUBSTRING(", " SIMILAR ", " ESCAPE ", ")"], &[a, b, c])
            }
            ("pg_collation_for", [of]) => self.between(&["COLLATION FOR (", ")"], &[of]),
            ("btrim", args) => return self.trim("BOTH", args),
            ("ltrim", args) => return self.trim("LEADING", args),
            ("rtrim", args) => return self.trim("TRAILING", args),
            _ => return false,
        }
        true
    }

    fn trim(&mut self, side: &str, args: &[Node]) -> bool {
        let (value, chars) = match args {
            [value] => (value, None),
            [value, chars] => (value, Some(chars)),
            _ => return false,
        };
        self.push("TRIM(");
        self.push(side);
        if let Some(chars) = chars {
            self.push(" ");
            self.node(chars, false);
        }
        self.between(&[" FROM ", ")"], &[value]);
        true
    }

    /// Words with nodes between them.
    fn between(&mut self, words: &[&str], nodes: &[&Node]) {
        for (i, word) in words.iter().enumerate() {
            self.push(word);
            if let Some(node) = nodes.get(i) {
                self.node(node, false);
            }
        }
    }
}
