//! How statements name the object that they are about: `TABLE a.b`, `FUNCTION f(integer)`, `TRIGGER t ON r`,
//! `OPERATOR CLASS c USING btree`. Used by COMMENT, GRANT, OWNER, SECURITY LABEL, DROP and RENAME.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::names::{Name, missing};
use super::signature;
use crate::dialect::postgres::definition;
use crate::dialect::postgres::lex::TokenKind;
use crate::dialect::postgres::privileges;
use crate::model::{Kind, Object, ObjectId, QualifiedName};

/// How an object of a kind is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A table, view, sequence or index.
    Relation,
    /// A name that may have a schema.
    InSchema,
    /// A name that has none.
    Global,
    /// A name with argument types.
    Routine,
    /// An operator with its operand types.
    Operator,
    /// A name `USING method`.
    OpClass,
    /// A name `ON relation`.
    Part,
    /// `relation.column`.
    Column,
    /// `(source AS target)`.
    Cast,
    /// `FOR type LANGUAGE language`.
    Transform,
}

/// Words that say what an object is, the longest first where one begins like another.
const KINDS: &[(&str, Kind, Form)] = &[
    ("access method", Kind::AccessMethod, Form::Global),
    ("aggregate", Kind::Aggregate, Form::Routine),
    ("cast", Kind::Cast, Form::Cast),
    ("collation", Kind::Collation, Form::InSchema),
    ("column", Kind::Column, Form::Column),
    ("constraint", Kind::Constraint, Form::Part),
    ("conversion", Kind::Conversion, Form::InSchema),
    ("domain", Kind::Type, Form::InSchema),
    ("event trigger", Kind::EventTrigger, Form::Global),
    ("extension", Kind::Extension, Form::Global),
    ("foreign data wrapper", Kind::ForeignDataWrapper, Form::Global),
    ("foreign server", Kind::Server, Form::Global),
    ("foreign table", Kind::Table, Form::Relation),
    ("function", Kind::Function, Form::Routine),
    ("index", Kind::Index, Form::Relation),
    ("language", Kind::Language, Form::Global),
    ("procedural language", Kind::Language, Form::Global),
    ("trusted procedural language", Kind::Language, Form::Global),
    ("materialized view", Kind::View, Form::Relation),
    ("operator class", Kind::OperatorClass, Form::OpClass),
    ("operator family", Kind::OperatorFamily, Form::OpClass),
    ("operator", Kind::Operator, Form::Operator),
    ("policy", Kind::Policy, Form::Part),
    ("procedure", Kind::Function, Form::Routine),
    ("publication", Kind::Publication, Form::Global),
    ("routine", Kind::Function, Form::Routine),
    ("rule", Kind::Rule, Form::Part),
    ("schema", Kind::Schema, Form::Global),
    ("sequence", Kind::Sequence, Form::Relation),
    ("server", Kind::Server, Form::Global),
    ("statistics", Kind::Statistics, Form::InSchema),
    ("subscription", Kind::Subscription, Form::Global),
    ("table", Kind::Table, Form::Relation),
    ("text search configuration", Kind::TextSearchConfiguration, Form::InSchema),
    ("text search dictionary", Kind::TextSearchDictionary, Form::InSchema),
    ("text search parser", Kind::TextSearchParser, Form::InSchema),
    ("text search template", Kind::TextSearchTemplate, Form::InSchema),
    ("transform", Kind::Transform, Form::Transform),
    ("trigger", Kind::Trigger, Form::Part),
    ("type", Kind::Type, Form::InSchema),
    ("view", Kind::View, Form::Relation),
];

/// A kind of object as words in a statement name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The words.
    pub(super) words: &'static str,
    /// The kind.
    pub(super) kind: Kind,
    /// How one is named.
    pub(super) form: Form,
}

/// The target of a kind that has but one name.
pub(super) fn of(wanted: Kind) -> Option<Target> {
    (KINDS.iter().find(|(_, kind, _)| *kind == wanted)).map(|(words, kind, form)| Target {
        words,
        kind: *kind,
        form: *form,
    })
}

/// Eats the words that say what sort of object follows.
pub(super) fn eat(cursor: &mut Cursor<'_>) -> Option<Target> {
    let (words, kind, form) = KINDS.iter().find(|(words, _, _)| cursor.eat(words))?;
    Some(Target { words, kind: *kind, form: *form })
}

/// The object that a statement names after the words for its kind.
pub(super) fn reference(cursor: &mut Cursor<'_>, builder: &Builder, target: Target) -> Parse<ObjectId> {
    match target.form {
        Form::Relation => {
            let name = cursor.name()?;
            relation(builder, target.kind, &name)
        }
        Form::InSchema => {
            let name = cursor.name()?;
            builder.need(target.kind, &name)
        }
        Form::Global => global(cursor, builder, target.kind),
        Form::Routine => signature::routine(cursor, builder, routine_kinds(target)),
        Form::Operator => operator(cursor, builder),
        Form::OpClass => {
            let name = cursor.name()?;
            cursor.expect("using")?;
            let method = cursor.ident()?;
            let id = |schema: &str| definition::method_id(target.kind, schema, &name.name, &method);
            let schema = builder.find_schema(&name, |schema| builder.schema.contains(&id(schema)));
            schema.map(|schema| id(&schema)).ok_or_else(|| missing(target.words, &name.display(), name.span))
        }
        Form::Part => part(cursor, builder, target),
        Form::Column => column(cursor, builder),
        Form::Cast => known(builder, cast(cursor, builder)?, cursor),
        Form::Transform => known(builder, transform(cursor, builder)?, cursor),
    }
}

fn known(builder: &Builder, id: ObjectId, cursor: &Cursor<'_>) -> Parse<ObjectId> {
    match builder.schema.contains(&id) {
        true => Ok(id),
        false => Err(missing(id.kind.words(), &id.name, cursor.statement_span())),
    }
}

fn routine_kinds(target: Target) -> &'static [Kind] {
    match target.words {
        "aggregate" => &[Kind::Aggregate],
        "routine" | "function" => &[Kind::Function, Kind::Aggregate],
        _ => &[Kind::Function],
    }
}

/// A table, view, sequence or index of this name. PostgreSQL takes ALTER TABLE and GRANT ON TABLE for all of them.
pub(super) fn relation(builder: &Builder, kind: Kind, name: &Name) -> Parse<ObjectId> {
    if let Some(id) = builder.find(kind, name) {
        return Ok(id);
    }
    if let Some(id) = builder.find_relation(name).or_else(|| builder.find(Kind::Index, name)) {
        return Ok(id);
    }
    // The sequence of an identity column and the index of a key have no entries of their own, only facets.
    let own = |schema: &str| QualifiedName::new(schema, name.name.clone());
    let sequence = |schema: &str| builder.links.identities.contains_key(&own(schema));
    let index = |schema: &str| builder.links.key_indexes.contains_key(&own(schema));
    let schema = builder.find_schema(name, |schema| sequence(schema) || index(schema));
    let Some(schema) = schema else { return Err(missing(kind.words(), &name.display(), name.span)) };
    let kind = if sequence(&schema) { Kind::Sequence } else { Kind::Index };
    Ok(ObjectId::new(kind, schema, name.name.clone()))
}

fn global(cursor: &mut Cursor<'_>, builder: &Builder, kind: Kind) -> Parse<ObjectId> {
    let span = cursor.span();
    let name = if cursor.at_string() { cursor.string()? } else { cursor.ident()? };
    let id = ObjectId::new(kind, "", &name);
    if builder.schema.contains(&id) || privileges::is_built_in(&id) {
        return Ok(id);
    }
    Err(missing(kind.words(), &name, span))
}

/// `name ON relation`, `name ON DOMAIN domain`.
fn part(cursor: &mut Cursor<'_>, builder: &Builder, target: Target) -> Parse<ObjectId> {
    let span = cursor.span();
    let own = cursor.ident()?;
    cursor.expect("on")?;
    if target.kind == Kind::Constraint && cursor.eat("domain") {
        let name = cursor.name()?;
        let domain = builder.need(Kind::Type, &name)?;
        return match builder.schema.get(&domain) {
            Some(Object::Domain(found)) if found.checks.iter().any(|check| check.name == own) => {
                Ok(ObjectId::part(Kind::Constraint, domain.schema, domain.name, own))
            }
            _ => Err(missing("constraint", &own, span)),
        };
    }
    let name = cursor.name()?;
    let relation = builder.need_relation(&name)?;
    let id = ObjectId::part(target.kind, relation.schema, relation.name, &own);
    let not_null = target.kind == Kind::Constraint && is_not_null(builder, &id);
    match builder.schema.contains(&id) || not_null {
        true => Ok(id),
        false => Err(missing(target.words, &format!("{own} on {}", name.display()), span)),
    }
}

/// Whether a constraint's name is that of a NOT NULL, which lives in its column.
fn is_not_null(builder: &Builder, id: &ObjectId) -> bool {
    let columns = builder.schema.columns(&id.schema, &id.name);
    columns.iter().any(|(column, found)| match &found.not_null {
        Some(found) => match &found.name {
            Some(name) => *name == id.part,
            None => format!("{}_{column}_not_null", id.name) == id.part,
        },
        None => false,
    })
}

/// `relation.column`, also of a view or composite type.
fn column(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<ObjectId> {
    let start = cursor.position();
    let mut parts = cursor.dotted()?;
    let span = cursor.span_from(start);
    let column = parts.pop().unwrap_or_default();
    let Some(name) = parts.pop() else { return Err(cursor.expected("`.` and a column")) };
    let name = Name { schema: parts.pop(), name, span };
    let relation = match builder.find_relation(&name) {
        Some(relation) => relation,
        None => builder.need(Kind::Type, &name).map_err(|_| missing("relation", &name.display(), span))?,
    };
    let id = ObjectId::column(&relation.schema, &relation.name, &column);
    let known = match builder.schema.get(&relation) {
        Some(Object::Table(_)) => builder.schema.contains(&id),
        Some(Object::Composite(ty)) => ty.attributes.iter().any(|attribute| attribute.name == column),
        _ => true,
    };
    match known {
        true => Ok(id),
        false => Err(missing("column", &format!("{}.{column}", name.display()), span)),
    }
}

/// The symbol of an operator, with the schema somebody wrote before it.
pub(super) fn operator_name(cursor: &mut Cursor<'_>) -> Parse<Name> {
    let start = cursor.position();
    let mut schema = None;
    while cursor.at_ident() {
        schema = Some(cursor.ident()?);
        cursor.expect_punct(".")?;
    }
    match cursor.token().filter(|token| token.kind == TokenKind::Operator) {
        Some(token) => {
            cursor.bump();
            Ok(Name { schema, name: token.text(cursor.text).to_owned(), span: cursor.span_from(start) })
        }
        None => Err(cursor.expected("an operator")),
    }
}

/// The operand types of an operator as they stand in its id: `(NONE,integer)`.
pub(super) fn operand_part(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<String> {
    let types = cursor.list(|cursor| match cursor.eat("none") {
        true => Ok("NONE".to_owned()),
        false => builder.parse_argument_type(cursor).map(|ty| ty.to_string()),
    })?;
    Ok(format!("({})", types.join(",")))
}

fn operator(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<ObjectId> {
    let name = operator_name(cursor)?;
    let part = operand_part(cursor, builder)?;
    let id = |schema: &str| ObjectId::part(Kind::Operator, schema, &name.name, &part);
    (builder.find_schema(&name, |schema| builder.schema.contains(&id(schema))))
        .map(|schema| id(&schema))
        .ok_or_else(|| missing("operator", &format!("{}{part}", name.display()), name.span))
}

/// `(source AS target)`.
pub(super) fn cast(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<ObjectId> {
    cursor.expect_punct("(")?;
    let source = builder.parse_argument_type(cursor)?;
    cursor.expect("as")?;
    let target = builder.parse_argument_type(cursor)?;
    cursor.expect_punct(")")?;
    Ok(definition::cast_id(&source, &target))
}

/// `FOR type LANGUAGE language`.
pub(super) fn transform(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<ObjectId> {
    cursor.expect("for")?;
    let ty = builder.parse_argument_type(cursor)?;
    cursor.expect("language")?;
    let language = cursor.ident()?;
    Ok(definition::transform_id(&ty, &language))
}
