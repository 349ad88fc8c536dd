//! FROM as text.

use super::Printer;
use super::layout::{IN, LINE, OUT};
use crate::dialect::postgres::canon::ir::{From, Kind, Node, Sample};
use crate::dialect::postgres::canon::raw::JoinKind;

impl Printer<'_, '_> {
    pub(super) fn from_list(&mut self, list: &[From]) {
        self.items("FROM ", list);
    }

    /// Relations after a word.
    pub(super) fn items(&mut self, word: &str, list: &[From]) {
        if list.is_empty() {
            return;
        }
        self.out.push(LINE);
        self.push(word);
        self.out.push(IN);
        for (at, item) in list.iter().enumerate() {
            if at > 0 {
                self.push(",");
                self.out.push(LINE);
            }
            self.from_item(item);
        }
        self.out.push(OUT);
    }

    fn from_item(&mut self, item: &From) {
        match item {
            From::Table { name, only, alias, columns, sample } => {
                self.push(if *only { "ONLY " } else { "" });
                self.name(name);
                if let Some(alias) = alias {
                    self.push(" ");
                    self.ident(alias);
                    self.names(columns);
                }
                if let Some(sample) = sample {
                    self.sample(sample);
                }
            }
            From::Query { lateral, query, alias, columns } => {
                self.push(if *lateral { "LATERAL " } else { "" });
                self.nested(query);
                self.push(" ");
                self.ident(alias);
                self.names(columns);
            }
            From::Func { lateral, funcs, rows_from, ordinality, alias, columns } => {
                self.push(if *lateral { "LATERAL " } else { "" });
                self.functions(funcs, *rows_from);
                self.push(if *ordinality { " WITH ORDINALITY" } else { "" });
                self.push(" ");
                self.ident(alias);
                match funcs.as_slice() {
                    [(_, defs)] if !defs.is_empty() && !rows_from => self.definitions(defs),
                    _ => self.names(columns),
                }
            }
            From::Join { .. } => self.join(item),
        }
    }

    fn sample(&mut self, sample: &Sample) {
        self.push(" TABLESAMPLE ");
        self.ident(&sample.method);
        self.push(" (");
        self.list(&sample.args, false);
        self.push(")");
        if let Some(seed) = &sample.seed {
            self.push(" REPEATABLE (");
            self.node(seed, false);
            self.push(")");
        }
    }

    fn functions(&mut self, funcs: &[(Node, String)], rows_from: bool) {
        // Several unnests are printed as one with several arrays.
        let unnests = funcs.iter().all(|(node, defs)| defs.is_empty() && unnested(node).is_some());
        if funcs.len() > 1 && unnests {
            self.push("unnest(");
            for (at, (node, _)) in funcs.iter().enumerate() {
                self.push(if at > 0 { ", " } else { "" });
                if let Some(arg) = unnested(node) {
                    self.node(arg, true);
                }
            }
            self.push(")");
            return;
        }
        if !rows_from {
            if let Some((node, _)) = funcs.first() {
                self.node(node, true);
            }
            return;
        }
        self.push("ROWS FROM(");
        for (at, (node, defs)) in funcs.iter().enumerate() {
            self.push(if at > 0 { ", " } else { "" });
            self.node(node, true);
            if !defs.is_empty() {
                self.push(" AS ");
                self.definitions(defs);
            }
        }
        self.push(")");
    }

    fn definitions(&mut self, defs: &str) {
        self.push("(");
        self.push(defs);
        self.push(")");
    }

    fn join(&mut self, item: &From) {
        let From::Join { kind, left, right, using, using_alias, on, alias } = item else { return };
        self.push("(");
        self.from_item(left);
        self.out.push(LINE);
        self.push(match kind {
            JoinKind::Cross => "CROSS JOIN ",
            JoinKind::Inner => "JOIN ",
            JoinKind::Left => "LEFT JOIN ",
            JoinKind::Right => "RIGHT JOIN ",
            JoinKind::Full => "FULL JOIN ",
        });
        self.from_item(right);
        if !using.is_empty() {
            self.push(" USING ");
            self.names(using);
            if let Some(alias) = using_alias {
                self.push(" AS ");
                self.ident(alias);
            }
        } else if let Some(on) = on {
            self.push(" ON ");
            let bare = matches!(on.kind, Kind::Const { .. } | Kind::Var { .. });
            self.push(if bare { "(" } else { "" });
            self.node(on, false);
            self.push(if bare { ")" } else { "" });
        }
        self.push(")");
        if let Some((name, columns)) = alias {
            self.push(" ");
            self.ident(name);
            self.names(columns);
        }
    }
}

/// The array that an `unnest` takes apart.
fn unnested(node: &Node) -> Option<&Node> {
    match &node.kind {
        Kind::Func(func) if func.name.schema.is_none() && func.name.name == "unnest" => {
            match func.args.as_slice() {
                [arg] => Some(arg),
                _ => None,
            }
        }
        _ => None,
    }
}
