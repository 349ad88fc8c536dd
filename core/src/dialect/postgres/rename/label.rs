//! A label of an enum under its new name, in the texts that the server keeps as trees: defaults, conditions, indexes,
//! views. Which constants are labels is not looked into: those that say it beside a column of the type, or where its
//! values go.

use crate::collections::BTreeSet;
use crate::dialect::postgres::canon::escapes::push_literal;
use crate::dialect::postgres::depend::mention;
use crate::dialect::postgres::lex::{TokenKind, tokens};
use crate::dialect::postgres::parse::cursor::unquote_string;
use crate::model::{ColumnType, Object, ObjectId, Schema, SqlText};

/// Puts the new name into every text where the old one can be meant.
pub fn relabel(schema: &mut Schema, of: &ObjectId, old: &str, new: &str) {
    let is_of = |ty: &ColumnType| ty.schema == of.schema && ty.name == of.name;
    let columns: BTreeSet<ObjectId> = (schema.objects.iter())
        .filter(|(_, object)| matches!(object, Object::Column(column) if is_of(&column.ty)))
        .map(|(id, _)| id.clone())
        .collect();
    let names: BTreeSet<&str> = columns.iter().map(|id| id.part.as_str()).collect();
    let named = |text: &str| mention::words(text).iter().any(|word| names.contains(word.as_str()));
    for (id, object) in &mut schema.objects {
        let meant = match &*object {
            Object::Default(_) => columns.contains(&id.itself()),
            Object::Domain(domain) => is_of(&domain.base),
            Object::Routine(routine) => routine.arguments.iter().any(|argument| is_of(&argument.ty)),
            Object::Table(table) => table.partition_of.as_ref().is_some_and(|of| {
                let parent = &of.parent;
                columns.iter().any(|id| id.schema == parent.schema && id.name == parent.name)
            }),
            _ => false,
        };
        object.for_texts(&mut |text| {
            if text.text.contains(old) && (meant || named(&text.text)) {
                *text = with_label(text, old, new);
            }
        });
    }
}

/// A text with another string constant in place of one, in arrays of such too.
fn with_label(sql: &SqlText, old: &str, new: &str) -> SqlText {
    let mut out = String::new();
    let mut copied = 0;
    for token in tokens(&sql.text).into_iter().filter(|token| token.kind == TokenKind::String) {
        let value = unquote_string(token.text(&sql.text));
        let Some(to) = replaced(&value, old, new) else { continue };
        out += sql.text.get(copied..token.start as usize).unwrap_or_default();
        push_literal(&mut out, &to);
        copied = token.end as usize;
    }
    out += sql.text.get(copied..).unwrap_or_default();
    SqlText { text: out, path: sql.path.clone() }
}

/// A label, or an array of plain labels, with the new one.
fn replaced(value: &str, old: &str, new: &str) -> Option<String> {
    if value == old {
        return Some(new.to_owned());
    }
    let inside = value.strip_prefix('{')?.strip_suffix('}')?;
    let plain = |c: char| !matches!(c, '"' | '\\' | '{' | '}');
    if !inside.chars().all(plain) || !new.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let label = |item: &str| if item.trim() == old { new.to_owned() } else { item.to_owned() };
    let changed = format!("{{{}}}", inside.split(',').map(label).collect::<Vec<_>>().join(","));
    (changed != value).then_some(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_texts() {
        let check = |text: &str, expected: &str| {
            let sql = SqlText { text: text.into(), ..SqlText::default() };
            assert_eq!(with_label(&sql, "a", "it's").text, expected);
        };
        check("x = 'a' OR y = 'b'", "x = 'it''s' OR y = 'b'");
        check("ARRAY['b', 'a']::e[]", "ARRAY['b', 'it''s']::e[]");
        assert_eq!(replaced("{b,a}", "a", "z").as_deref(), Some("{b,z}"));
        assert_eq!(replaced("{\"a\"}", "a", "z"), None);
    }
}
