//! A type, or a label of one, is renamed or moved by a later statement: everything that was read with its old name gets
//! the new one.

use super::builder::Builder;
use crate::dialect::postgres::canon::escapes::push_literal;
use crate::dialect::postgres::lex::{TokenKind, tokens};
use crate::model::{ColumnType, EnumType, Facet, Object, ObjectId, SqlText, signature};

impl Builder {
    /// Puts the new name of a type into every type name of the schema; routines get new ids with it.
    pub fn retype(&mut self, from: &ObjectId, to: &ObjectId) {
        let mut routines = Vec::new();
        for (id, object) in &mut self.schema.objects {
            let change = |ty: &mut ColumnType| {
                if ty.schema == from.schema && ty.name == from.name {
                    ty.schema.clone_from(&to.schema);
                    ty.name.clone_from(&to.name);
                }
            };
            match object {
                Object::Column(column) => change(&mut column.ty),
                Object::Domain(domain) => change(&mut domain.base),
                Object::Range(range) => change(&mut range.subtype),
                Object::Composite(composite) => {
                    composite.attributes.iter_mut().for_each(|a| change(&mut a.ty))
                }
                Object::Routine(routine) => {
                    routine.arguments.iter_mut().for_each(|argument| change(&mut argument.ty));
                    routine.returns.iter_mut().for_each(change);
                    let part = signature(&routine.arguments);
                    if part != id.part {
                        routines.push((id.clone(), ObjectId { part, ..id.clone() }));
                    }
                }
                _ => {}
            }
        }
        for (old, new) in routines {
            self.move_object(&old, &new);
        }
    }

    /// A label of an enum got another name: the defaults of its columns have it too.
    pub(super) fn relabel(&mut self, of: &ObjectId, before: &EnumType, after: &EnumType) {
        let mut pairs = before.labels.iter().zip(&after.labels).filter(|(old, new)| old != new);
        let (Some((old, new)), true) = (pairs.next(), before.labels.len() == after.labels.len()) else {
            return;
        };
        let is_of = |object: Option<&Object>| matches!(object, Some(Object::Column(column)) if column.ty.schema == of.schema && column.ty.name == of.name);
        let defaults: Vec<ObjectId> = (self.schema.objects.keys())
            .filter(|id| id.facet == Facet::Default && is_of(self.schema.get(&id.itself())))
            .cloned()
            .collect();
        for id in defaults {
            if let Some(Object::Default(text)) = self.schema.objects.get_mut(&id) {
                *text = with_label(text, old, new);
            }
        }
    }
}

/// A text with another string constant in place of one.
fn with_label(sql: &SqlText, old: &str, new: &str) -> SqlText {
    let literal = |label: &str| {
        let mut out = String::new();
        push_literal(&mut out, label);
        out
    };
    let (old, new) = (literal(old), literal(new));
    let mut out = String::new();
    let mut copied = 0;
    for token in tokens(&sql.text) {
        if token.kind == TokenKind::String && token.text(&sql.text) == old {
            out += sql.text.get(copied..token.start as usize).unwrap_or_default();
            out += &new;
            copied = token.end as usize;
        }
    }
    out += sql.text.get(copied..).unwrap_or_default();
    SqlText { text: out, path: sql.path.clone() }
}
