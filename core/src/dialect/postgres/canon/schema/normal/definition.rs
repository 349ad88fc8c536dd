//! Rare kinds: the expressions in their statements (row filters of publications, expressions of statistics).

use super::Work;
use crate::dialect::postgres::canon::lex;
use crate::dialect::postgres::canon::schema::side::Row;
use crate::model::{Definition, Kind, SqlText};
use std::sync::Arc;

impl Work<'_, '_> {
    pub(super) fn definition(&mut self, definition: &mut Definition) {
        let path = definition.create.path.clone();
        let clauses: Vec<_> = definition.clauses.iter().map(|(n, v)| (n.clone(), v.clone())).collect();
        for (name, value) in clauses {
            let changed = match self.id.kind {
                Kind::Publication => self.row_filter(&name, &value, &path),
                Kind::Statistics if name == "on" => Some(self.statistics(definition, &value, &path)),
                _ => None,
            };
            if let Some(changed) = changed.filter(|changed| *changed != value) {
                definition.create.text = definition.create.text.replacen(&value, &changed, 1);
                definition.clauses.insert(name, changed);
            }
        }
        // Its names have their schemas; what it uses follows from them.
        definition.create.path = Arc::default();
        definition.uses.clear();
    }

    /// `(columns) WHERE (condition)` of a publication's table.
    fn row_filter(&mut self, name: &str, value: &str, path: &Arc<Vec<String>>) -> Option<String> {
        let table = name.strip_prefix("table ")?;
        let at = value.find("WHERE (")?;
        let (head, tail) = value.split_at_checked(at)?;
        let condition = tail.strip_prefix("WHERE (")?.strip_suffix(')')?;
        let mut text = SqlText::new(condition, path);
        let mut parts = lex::tokens(table).ok()?.into_iter().filter(|t| t.kind != lex::Kind::Punct);
        let (first, second) = (parts.next()?.text.into_owned(), parts.next().map(|t| t.text.into_owned()));
        let row = match second.filter(|second| !second.is_empty()) {
            Some(name) => Row::Relation { schema: first, name },
            None => Row::Relation { schema: "public".to_owned(), name: first },
        };
        self.condition(&mut text, &row);
        Some(format!("{head}WHERE ({})", text.text))
    }

    /// Columns, and expressions in parentheses.
    fn statistics(&mut self, definition: &Definition, value: &str, path: &Arc<Vec<String>>) -> String {
        let table = definition.uses.iter().find(|id| matches!(id.kind, Kind::Table | Kind::View));
        let row = match table {
            Some(id) => Row::Relation { schema: id.schema.clone(), name: id.name.clone() },
            None => Row::None,
        };
        let mut out = Vec::new();
        for part in split(value) {
            match part.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
                Some(inner) => {
                    let mut text = SqlText::new(inner, path);
                    self.expression(&mut text, &row);
                    out.push(format!("({})", text.text));
                }
                None => out.push(part),
            }
        }
        // The server keeps columns in the table's order, expressions as they are given.
        out.sort_by_key(|part| match part.starts_with('(') {
            true => (true, String::new()),
            false => (false, part.clone()),
        });
        out.join(", ")
    }
}

/// The parts between the commas that stand in no parentheses.
fn split(text: &str) -> Vec<String> {
    let Ok(tokens) = lex::tokens(text) else { return vec![text.to_owned()] };
    let (mut depth, mut start, mut out) = (0i32, 0, Vec::new());
    for token in tokens {
        match (token.kind, token.text.as_ref()) {
            (lex::Kind::Punct, "(" | "[") => depth += 1,
            (lex::Kind::Punct, ")" | "]") => depth -= 1,
            (lex::Kind::Punct, ",") if depth == 0 => {
                out.push(text.get(start..token.start).unwrap_or_default().trim().to_owned());
                start = token.end;
            }
            _ => {}
        }
    }
    out.push(text.get(start..).unwrap_or_default().trim().to_owned());
    out
}
