//! What ALTER TABLE turns on and off: row security, triggers, rules.

use super::super::builder::Builder;
use super::super::cursor::Cursor;
use super::super::fault::Parse;
use super::super::links::qualified;
use super::super::names::missing;
use super::alter::{Target, change};
use crate::dialect::postgres::depend::trigger::cloned_from;
use crate::model::{Enabled, Facet, Kind, Object, ObjectId, QualifiedName, Trigger};
use crate::source::Span;

/// Row security, triggers, rules, and NO INHERIT, which begins with a word of the same list.
pub(super) fn switch(cursor: &mut Cursor<'_>, builder: &mut Builder, target: &Target) -> Parse {
    if cursor.eat("no inherit") {
        let name = cursor.name()?;
        let parent = qualified(&builder.need(Kind::Table, &name)?);
        builder.no_inherit(&target.table, &parent);
        return Ok(());
    }
    const SECURITY: &[&str] = &[
        "enable row level security",
        "disable row level security",
        "force row level security",
        "no force row level security",
    ];
    if let Some(words) = cursor.eat_any(SECURITY) {
        return change(builder, target, |table| match words.as_bytes().first() {
            Some(b'e') => table.row_security = true,
            Some(b'd') => table.row_security = false,
            first => table.force_row_security = first == Some(&b'f'),
        });
    }
    let mut enabled = if cursor.eat("disable") { Enabled::Disabled } else { Enabled::Origin };
    if enabled == Enabled::Origin {
        cursor.expect("enable")?;
        match cursor.eat_any(&["replica", "always"]) {
            Some("replica") => enabled = Enabled::Replica,
            Some(_) => enabled = Enabled::Always,
            None => {}
        }
    }
    let kind = if cursor.eat("rule") { Kind::Rule } else { Kind::Trigger };
    if kind == Kind::Trigger {
        cursor.expect("trigger")?;
    }
    let quoted = cursor.peek_text(0).starts_with('"');
    let name = cursor.ident()?;
    let all = !quoted && kind == Kind::Trigger && matches!(name.as_str(), "all" | "user");
    builder.enable(&target.table, kind, (!all).then_some(name.as_str()), enabled, target.span)?;
    if kind == Kind::Trigger && target.recurse {
        builder.enable_alike(&target.table, (!all).then_some(name.as_str()));
    }
    Ok(())
}

impl Builder {
    /// Sets when a trigger or rule fires, or all triggers.
    fn enable(
        &mut self,
        table: &QualifiedName,
        kind: Kind,
        name: Option<&str>,
        enabled: Enabled,
        span: Span,
    ) -> Parse {
        if let (Some(name), Kind::Trigger) = (name, kind)
            && self.enable_clone(table, name, enabled, span)
        {
            return Ok(());
        }
        let ids: Vec<_> = (self.schema.parts(kind, &table.schema, &table.name))
            .filter(|(id, _)| id.facet == Facet::Itself && name.is_none_or(|name| id.part == name))
            .map(|(id, _)| id.clone())
            .collect();
        if let (true, Some(name)) = (ids.is_empty(), name) {
            return Err(missing(kind.words(), &format!("{}.{name}", table.name), span));
        }
        for id in ids {
            match self.schema.objects.get_mut(&id) {
                Some(Object::Trigger(trigger)) => trigger.enabled = enabled,
                Some(Object::Rule(rule)) => rule.enabled = enabled,
                _ => {}
            }
        }
        Ok(())
    }

    /// A partition's clone of a trigger fires when that of its parent does, unless it is told otherwise.
    fn enable_clone(&mut self, table: &QualifiedName, name: &str, enabled: Enabled, span: Span) -> bool {
        let Some(own) = cloned_from(&self.schema, table, name).map(|trigger| trigger.enabled) else {
            return false;
        };
        let id = ObjectId::part(Kind::Trigger, &table.schema, &table.name, name);
        match own == enabled {
            true => self.remove(&id),
            false => {
                let clone = Trigger { inherited: true, each_row: true, enabled, ..Trigger::default() };
                self.put(id, Object::Trigger(clone), span);
            }
        }
        true
    }

    /// Clones go along with the trigger they come from.
    fn enable_alike(&mut self, table: &QualifiedName, name: Option<&str>) {
        for child in self.children(table) {
            let clones: Vec<_> = (self.schema.parts(Kind::Trigger, &child.schema, &child.name))
                .filter(|(id, _)| name.is_none_or(|name| id.part == name))
                .filter(|(_, object)| matches!(object, Object::Trigger(Trigger { inherited: true, .. })))
                .map(|(id, _)| id.clone())
                .collect();
            clones.iter().for_each(|id| self.remove(id));
            self.enable_alike(&child, name);
        }
    }
}
