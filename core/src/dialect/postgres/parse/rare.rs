//! What the parsers of the rare kinds share: names that may be built in, `(NAME = value, ...)` lists, OPTIONS.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::names::{Name, missing};
use super::signature;
use crate::dialect::postgres::canon::builtin;
use crate::dialect::postgres::definition::{self, Clauses, literal, qualified};
use crate::model::{Definition, Facet, Kind, Object, ObjectId, SearchPath};
use crate::source::Span;

/// The clauses of a definition under way, and the objects they name.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) clauses: Clauses,
    pub(super) uses: Vec<ObjectId>,
    /// Where the names in its expressions are looked up.
    pub(super) path: SearchPath,
}

impl Draft {
    /// Sets a clause.
    pub(super) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.clauses.insert(name.to_owned(), value.into());
    }

    /// A string constant, as a clause.
    pub(super) fn set_string(&mut self, name: &str, cursor: &mut Cursor<'_>) -> Parse {
        let value = cursor.string()?;
        self.set(name, literal(&value));
        Ok(())
    }

    /// The name of a function, as a clause.
    pub(super) fn set_function(&mut self, name: &str, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse {
        let value = self.function(cursor, builder)?;
        self.set(name, value);
        Ok(())
    }

    /// The name of a function that is called with arguments its place tells.
    pub(super) fn function(&mut self, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<String> {
        let name = cursor.name()?;
        let functions = |schema: &str| signature::overloads(builder, schema, &name.name, &[Kind::Function]);
        let found = builder.find_schema(&name, |schema| !functions(schema).is_empty());
        if let Some(schema) = &found {
            self.uses.extend(functions(schema));
        }
        let built_in = !builtin::functions(&name.name).is_empty();
        written(builder, "function", &name, found, built_in)
    }

    /// A function with its signature, or alone where its name says enough.
    pub(super) fn routine(&mut self, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<String> {
        let before = *cursor;
        let name = cursor.name()?;
        if !cursor.at_punct("(") {
            *cursor = before;
            let id = signature::routine(cursor, builder, &[Kind::Function])?;
            self.uses.push(id.clone());
            return Ok(format!("{}{}", qualified(&id.schema, &id.name), id.part));
        }
        let types = signature::arguments(cursor, builder)?;
        let id = |schema: &str| ObjectId::part(Kind::Function, schema, &name.name, signature::part(&types));
        let found = builder.find_schema(&name, |schema| builder.schema.contains(&id(schema)));
        self.uses.extend(found.as_deref().map(id));
        let built_in = !builtin::functions(&name.name).is_empty();
        let written = written(builder, "function", &name, found, built_in)?;
        Ok(format!("{written}({})", definition::types(&types)))
    }

    /// A name of some kind, of which those in `built_in` are always there.
    pub(super) fn reference(
        &mut self,
        kind: Kind,
        name: &Name,
        builder: &Builder,
        built_in: bool,
    ) -> Parse<String> {
        let found = builder.find(kind, name);
        self.uses.extend(found.clone());
        written(builder, kind.words(), name, found.map(|id| id.schema), built_in)
    }

    /// `OPTIONS ([ADD | SET | DROP] name 'value', ...)` after the word.
    pub(super) fn options(&mut self, cursor: &mut Cursor<'_>) -> Parse {
        let changes = cursor.list(|cursor| {
            let verb = match cursor.peek_text(1) {
                "," | ")" => cursor.eat_any(&["drop"]),
                _ if cursor.token_at(1).is_some_and(|t| t.text(cursor.text).starts_with('\'')) => None,
                _ => cursor.eat_any(&["add", "set", "drop"]),
            };
            let name = cursor.ident()?;
            let value = if verb == Some("drop") { None } else { Some(cursor.string()?) };
            Ok((name, value))
        })?;
        for (name, value) in changes {
            let key = format!("option {name}");
            match value {
                Some(value) => drop(self.clauses.insert(key, value)),
                None => drop(self.clauses.remove(&key)),
            }
        }
        Ok(())
    }

    /// Takes in the finished definition of a new object.
    pub(super) fn add(self, builder: &mut Builder, id: ObjectId, span: Span) -> Parse {
        let definition = self.finished(&id);
        builder.add(id, Object::Definition(definition), span)
    }

    fn finished(self, id: &ObjectId) -> Definition {
        let mut definition = definition::define(id, self.clauses, self.uses);
        definition.create.path = self.path;
        definition
    }

    /// Takes in the finished definition in place of the one that stood there.
    pub(super) fn replace(self, builder: &mut Builder, id: ObjectId) {
        let definition = self.finished(&id);
        builder.schema.objects.insert(id, Object::Definition(definition));
    }
}

/// A name in SQL: with the schema it was found in, or as a built-in one.
fn written(
    builder: &Builder,
    what: &str,
    name: &Name,
    found: Option<String>,
    built_in: bool,
) -> Parse<String> {
    match (found, name.schema.as_deref()) {
        (Some(schema), _) => Ok(qualified(&schema, &name.name)),
        (None, Some("pg_catalog")) => Ok(qualified("", &name.name)),
        (None, Some(schema)) => Ok(qualified(schema, &name.name)),
        (None, None) if built_in || builder.lenient => Ok(qualified("", &name.name)),
        (None, None) => Err(missing(what, &name.display(), name.span)),
    }
}

/// The draft of an existing definition, to change it.
pub(super) fn draft(builder: &Builder, id: &ObjectId) -> Draft {
    match builder.schema.get(id) {
        Some(Object::Definition(found)) => Draft {
            clauses: found.clauses.clone(),
            uses: found.uses.clone(),
            path: found.create.path.clone(),
        },
        _ => Draft::default(),
    }
}

/// `CREATE ... IF NOT EXISTS` of something that is there.
pub(super) fn is_there(builder: &Builder, id: &ObjectId, if_not_exists: bool) -> bool {
    if_not_exists && builder.schema.contains(&id.facet(Facet::Itself))
}

/// `(name = value, flag, ...)`, each name in lower case handed to `take` with the cursor on its value.
pub(super) fn settings<'a>(
    cursor: &mut Cursor<'a>,
    mut take: impl FnMut(&mut Cursor<'a>, &str) -> Parse,
) -> Parse {
    cursor.list(|cursor| {
        let name = cursor.ident()?.to_ascii_lowercase();
        cursor.eat_punct("=");
        take(cursor, &name)
    })?;
    Ok(())
}

/// A truth value in any of PostgreSQL's spellings; a name alone is true.
pub(super) fn truth(cursor: &mut Cursor<'_>) -> Parse<bool> {
    if cursor.at_punct(",") || cursor.at_punct(")") {
        return Ok(true);
    }
    let value = cursor.option_value()?.to_ascii_lowercase();
    Ok(matches!(value.as_str(), "true" | "on" | "yes" | "1" | "t" | "y"))
}
