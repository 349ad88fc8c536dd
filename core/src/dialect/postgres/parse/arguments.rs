//! Arguments of functions, procedures and aggregates where these are made. How other statements refer to them by their
//! signature is in `signature.rs`.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::names::{Name, missing};
use crate::dialect::postgres::canon::builtin;
use crate::dialect::postgres::lex::TokenKind;
use crate::model::{Argument, ArgumentMode, Kind, ObjectId, QualifiedName};

impl Builder {
    /// `([mode] [name] type [DEFAULT expression], ...)`.
    pub fn arguments(&self, cursor: &mut Cursor<'_>) -> Parse<Vec<Argument>> {
        cursor.list(|cursor| self.argument(cursor))
    }

    fn argument(&self, cursor: &mut Cursor<'_>) -> Parse<Argument> {
        let mut argument = Argument::default();
        let before = mode(cursor);
        if is_named(cursor) {
            argument.name = Some(cursor.ident()?);
        }
        argument.mode = before.or_else(|| mode(cursor)).unwrap_or_default();
        argument.ty = self.parse_argument_type(cursor)?;
        if cursor.eat("default") || cursor.eat_punct("=") || cursor.eat_punct(":=") {
            argument.default = Some(self.sql(cursor.text_until(|cursor| cursor.at_punct(","))));
        }
        Ok(argument)
    }

    /// All the overloads of a name.
    pub fn routines_named(&self, kind: Kind, schema: &str, name: &str) -> impl Iterator<Item = ObjectId> {
        let of = (schema.to_owned(), name.to_owned());
        (self.schema.objects.range(ObjectId::new(kind, schema, name)..))
            .take_while(move |(id, _)| id.kind == kind && id.schema == of.0 && id.name == of.1)
            .map(|(id, _)| id.itself())
    }

    /// `(*)`, `(types)` or `(direct types ORDER BY aggregated types)`; the second value counts the direct ones.
    pub fn aggregate_arguments(&self, cursor: &mut Cursor<'_>) -> Parse<(Vec<Argument>, Option<usize>)> {
        cursor.expect_punct("(")?;
        let mut arguments = Vec::new();
        let mut direct = None;
        if cursor.eat_punct("*") {
            cursor.expect_punct(")")?;
            return Ok((arguments, None));
        }
        loop {
            if cursor.eat("order by") {
                direct = Some(arguments.len());
            }
            if cursor.eat_punct(")") {
                merge_variadics(&mut arguments, direct);
                return Ok((arguments, direct));
            }
            if cursor.at_punct(",") {
                cursor.bump();
            }
            if !cursor.at_kws("order by") {
                arguments.push(self.argument(cursor)?);
            }
        }
    }

    /// The function that a name stands for where its arguments are known from the place (a cast's, an aggregate's): looked up
    /// by name; what nobody makes is built in or an extension's.
    pub fn function_name(&self, name: &Name) -> Parse<QualifiedName> {
        self.function_or(name, !builtin::functions(&name.name).is_empty())
    }

    /// The same for a trigger's function: of the built-in ones only those count that a trigger can call.
    pub fn trigger_function(&self, name: &Name) -> Parse<QualifiedName> {
        const BUILTIN: &[&str] = &[
            "suppress_redundant_updates_trigger",
            "tsvector_update_trigger",
            "tsvector_update_trigger_column",
            "unique_key_recheck",
        ];
        self.function_or(name, BUILTIN.contains(&name.name.as_str()))
    }

    fn function_or(&self, name: &Name, builtin: bool) -> Parse<QualifiedName> {
        let exists = |schema: &str| {
            self.routines_named(Kind::Function, schema, &name.name).next().is_some()
                || self.routines_named(Kind::Aggregate, schema, &name.name).next().is_some()
        };
        let schema = match (self.find_schema(name, exists), &name.schema) {
            (Some(schema), _) => schema,
            (None, Some(schema)) if schema == "pg_catalog" => String::new(),
            (None, Some(schema)) => schema.clone(),
            (None, None) if builtin => String::new(),
            (None, None) if self.lenient => self.extension_schema().unwrap_or_default(),
            (None, None) => return Err(missing("function", &name.name, name.span)),
        };
        Ok(QualifiedName::new(schema, name.name.clone()))
    }
}

/// `(VARIADIC "any" ORDER BY VARIADIC "any")` is one argument to PostgreSQL.
fn merge_variadics(arguments: &mut Vec<Argument>, direct: Option<usize>) {
    let variadic = |at: usize| arguments.get(at).is_some_and(|a| a.mode == ArgumentMode::Variadic);
    if direct.is_some_and(|direct| direct > 0 && variadic(direct - 1) && variadic(direct)) {
        arguments.pop();
    }
}

fn mode(cursor: &mut Cursor<'_>) -> Option<ArgumentMode> {
    // A word before a comma or parenthesis is a type, whatever it is called.
    if cursor.token_at(1).is_none_or(|next| matches!(next.text(cursor.text), "," | ")" | "." | "(")) {
        return None;
    }
    cursor.eat_any(&["in out", "inout", "in", "out", "variadic"]).map(|word| match word {
        "in" => ArgumentMode::In,
        "out" => ArgumentMode::Out,
        "variadic" => ArgumentMode::Variadic,
        _ => ArgumentMode::InOut,
    })
}

/// Whether an argument's name comes next rather than its type: a type is followed by the end, a default, or what only
/// types have.
fn is_named(cursor: &Cursor<'_>) -> bool {
    let Some(next) = cursor.token_at(1) else { return false };
    if !matches!(next.kind, TokenKind::Word | TokenKind::Quoted) {
        return false;
    }
    let at = |words: &[&str]| words.iter().any(|word| cursor.peek_kw(1, word));
    if at(&["default", "array", "order"]) {
        return false;
    }
    let continued: &[&str] = match cursor.peek_text(0).to_ascii_lowercase().as_str() {
        "double" => &["precision"],
        "character" | "char" | "bit" | "nchar" => &["varying"],
        "national" => &["character", "char"],
        "time" | "timestamp" => &["with", "without"],
        "interval" => &["year", "month", "day", "hour", "minute", "second"],
        _ => &[],
    };
    !at(continued)
}
