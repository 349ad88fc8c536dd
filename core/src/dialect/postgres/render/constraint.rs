//! Constraints of tables.

use super::*;
use crate::model::{Action, Constraint, ConstraintRule, ForeignKey, Key};

/// What a constraint demands, from its keyword on, without its name.
pub fn body(of: &Constraint) -> String {
    let mut out = match &of.rule {
        ConstraintRule::Key(key) => self::key(key),
        ConstraintRule::ForeignKey(key) => foreign_key(key),
        ConstraintRule::Check { expression, no_inherit } => {
            format!("CHECK {}{}", parenthesized(expression), if *no_inherit { " NO INHERIT" } else { "" })
        }
        ConstraintRule::Exclude(exclude) => {
            format!("EXCLUDE {}", index::body(&exclude.index, Some(&exclude.operators)))
        }
    };
    out += timing(of);
    if of.not_enforced {
        out += " NOT ENFORCED";
    } else if of.not_valid {
        out += " NOT VALID";
    }
    out
}

/// ` DEFERRABLE INITIALLY DEFERRED`, or what of it holds.
pub fn timing(of: &Constraint) -> &'static str {
    match (of.deferrable, of.deferred) {
        (_, true) => " DEFERRABLE INITIALLY DEFERRED",
        (true, false) => " DEFERRABLE",
        (false, false) => "",
    }
}

/// `CONSTRAINT name ...`.
pub fn named(constraint_name: &str, of: &Constraint) -> String {
    format!("CONSTRAINT {} {}", ident(constraint_name), body(of))
}

fn key(of: &Key) -> String {
    let mut out = String::from(if of.primary { "PRIMARY KEY" } else { "UNIQUE" });
    if of.nulls_not_distinct {
        out += " NULLS NOT DISTINCT";
    }
    let overlaps = if of.without_overlaps { " WITHOUT OVERLAPS" } else { "" };
    out += &format!(" ({}{overlaps})", idents(&of.columns));
    out + &storage(of)
}

/// What is said of a key's index.
pub fn storage(of: &Key) -> String {
    let mut out = String::new();
    if !of.include.is_empty() {
        out += &format!(" INCLUDE ({})", idents(&of.include));
    }
    if !of.parameters.is_empty() {
        out += &format!(" WITH ({})", parameters(&of.parameters));
    }
    if let Some(tablespace) = &of.tablespace {
        out += &format!(" USING INDEX TABLESPACE {}", ident(tablespace));
    }
    out
}

fn foreign_key(of: &ForeignKey) -> String {
    let list = |columns: &[String]| match (of.period, columns.split_last()) {
        (true, Some((last, []))) => format!("PERIOD {}", ident(last)),
        (true, Some((last, rest))) => format!("{}, PERIOD {}", idents(rest), ident(last)),
        _ => idents(columns),
    };
    format!("FOREIGN KEY ({}) {}", list(&of.columns), references(of, &list(&of.referenced)))
}

/// From `REFERENCES` on.
pub fn references(of: &ForeignKey, referenced: &str) -> String {
    let mut out = format!("REFERENCES {}", qualified(&of.table));
    if !referenced.is_empty() {
        out += &format!(" ({referenced})");
    }
    if of.match_full {
        out += " MATCH FULL";
    }
    if let Some(action) = action(of.on_update) {
        out += &format!(" ON UPDATE {action}");
    }
    if let Some(action) = action(of.on_delete) {
        out += &format!(" ON DELETE {action}");
        if !of.delete_columns.is_empty() {
            out += &format!(" ({})", idents(&of.delete_columns));
        }
    }
    out
}

fn action(of: Action) -> Option<&'static str> {
    match of {
        Action::NoAction => None,
        Action::Restrict => Some("RESTRICT"),
        Action::Cascade => Some("CASCADE"),
        Action::SetNull => Some("SET NULL"),
        Action::SetDefault => Some("SET DEFAULT"),
    }
}
