//! A column's definition: its type and everything that may follow it.

use super::super::builder::Builder;
use super::super::cursor::Cursor;
use super::super::expression::{default_text, without_parens};
use super::super::fault::Parse;
use super::super::names::Name;
use super::super::sequence;
use super::constraint::{column_constraint, constraint_attributes};
use super::{ColumnDraft, ConstraintDraft};
use crate::collections::BTreeMap;
use crate::dialect::postgres::canon::builtin::{self, extensions, extensions::Sort};
use crate::dialect::postgres::lex::tokens;
use crate::model::{
    ColumnType, Generated, Identity, Kind, NotNull, Object, ObjectId, QualifiedName, SqlText,
};

const SERIALS: &[(&str, &str)] = &[
    ("serial", "integer"),
    ("serial4", "integer"),
    ("bigserial", "bigint"),
    ("serial8", "bigint"),
    ("smallserial", "smallint"),
    ("serial2", "smallint"),
];

/// `name type options...`
pub(super) fn column(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<ColumnDraft> {
    let mut draft = ColumnDraft { span: cursor.span(), name: cursor.ident()?, ..ColumnDraft::default() };
    let serial = SERIALS.iter().find(|(word, _)| cursor.peek_kw(0, word) && cursor.peek_text(1) != ".");
    match serial {
        Some((_, integer)) => {
            cursor.bump();
            draft.serial = Some(integer);
            draft.column.ty = ColumnType::builtin(integer);
            draft.column.not_null = Some(NotNull::default());
        }
        None => match builder.parse_type(cursor) {
            Ok(ty) => draft.column.ty = ty,
            // A word too many is told rather than that the word before it is no type.
            Err(missing) => return Err(options(cursor, builder, &mut draft).err().unwrap_or(missing)),
        },
    }
    options(cursor, builder, &mut draft)?;
    Ok(draft)
}

/// `name [WITH OPTIONS] options...`, the type being known from elsewhere.
pub(super) fn column_options(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<ColumnDraft> {
    let mut draft = ColumnDraft { span: cursor.span(), name: cursor.ident()?, ..ColumnDraft::default() };
    cursor.eat("with options");
    options(cursor, builder, &mut draft)?;
    Ok(draft)
}

fn options(cursor: &mut Cursor<'_>, builder: &Builder, draft: &mut ColumnDraft) -> Parse {
    while !cursor.is_end() && !cursor.at_punct(",") && !cursor.at_punct(")") {
        let name = if cursor.eat("constraint") { Some(cursor.ident()?) } else { None };
        option(cursor, builder, draft, name)?;
    }
    settle_default(draft, builder);
    Ok(())
}

fn option(
    cursor: &mut Cursor<'_>,
    builder: &Builder,
    draft: &mut ColumnDraft,
    name: Option<String>,
) -> Parse {
    let column = &mut draft.column;
    if cursor.eat("not null") {
        let mut not_null = NotNull { name, ..NotNull::default() };
        not_null.no_inherit = cursor.eat("no inherit");
        not_null.not_valid = cursor.eat("not valid");
        column.not_null = Some(not_null);
    } else if cursor.eat("null") {
    } else if cursor.eat("default") {
        draft.default = Some(builder.sql(default_text(cursor)));
    } else if cursor.eat("collate") {
        let name = cursor.name()?;
        column.collation = collation(builder, &name);
    } else if cursor.eat("generated") {
        generated(cursor, builder, draft)?;
    } else if cursor.eat("storage") {
        column.storage = storage(&cursor.ident()?, &column.ty);
    } else if cursor.eat("compression") {
        column.compression = Some(cursor.ident()?).filter(|method| method != "default");
    } else if cursor.eat("options") {
        column.foreign_options = foreign_options(cursor)?;
    } else if let Some(mut constraint) = column_constraint(cursor, builder, &draft.name, name)? {
        constraint_attributes(cursor, &mut constraint.constraint)?;
        add_constraint(draft, constraint);
    } else {
        return Err(cursor.expected("a column option, `,` or `)`"));
    }
    Ok(())
}

fn add_constraint(draft: &mut ColumnDraft, constraint: ConstraintDraft) {
    if matches!(&constraint.constraint.rule, crate::model::ConstraintRule::Key(key) if key.primary) {
        draft.column.not_null.get_or_insert_default();
    }
    draft.constraints.push(constraint);
}

/// `GENERATED ...` of a column: an expression or an identity.
fn generated(cursor: &mut Cursor<'_>, builder: &Builder, draft: &mut ColumnDraft) -> Parse {
    let always = cursor.eat("always");
    if !always {
        cursor.expect("by default")?;
    }
    cursor.expect("as")?;
    if cursor.eat("identity") {
        let (identity, name) = identity_options(cursor, &draft.column.ty, always)?;
        draft.column.identity = Some(identity);
        draft.identity_name = name;
        draft.column.not_null.get_or_insert_default();
        return Ok(());
    }
    let expression = builder.sql(cursor.parenthesised()?);
    let stored = cursor.eat("stored");
    if !stored {
        cursor.eat("virtual");
    }
    draft.column.generated = Some(Generated { expression, stored });
    Ok(())
}

/// `( options )` of an identity column, and the name of its sequence.
pub(super) fn identity_options(
    cursor: &mut Cursor<'_>,
    ty: &ColumnType,
    always: bool,
) -> Parse<(Identity, Option<Name>)> {
    let mut options = sequence::Options::of_type(&ty.name);
    if cursor.eat_punct("(") {
        options.read(cursor)?;
        cursor.expect_punct(")")?;
    }
    let name = options.name.take();
    let sequence = options.build();
    Ok((Identity { always, sequence, sequence_name: QualifiedName::default() }, name))
}

/// A default of plain NULL is none at all, unless a length has to be coerced.
fn settle_default(draft: &mut ColumnDraft, builder: &Builder) {
    let Some(default) = &draft.default else { return };
    if is_plain_null(default, &draft.column.ty, builder) {
        draft.default = None;
        draft.default_null = true;
    }
}

/// Whether PostgreSQL would keep no default for this text: where it has a length or a domain's checks to go through, it does.
pub(super) fn is_plain_null(default: &SqlText, ty: &ColumnType, builder: &Builder) -> bool {
    let of_extension =
        extensions::type_named(&ty.name).is_some_and(|row| matches!(row.sort, Sort::Domain(_)));
    let domain = match builder.schema.get(&ObjectId::new(Kind::Type, &ty.schema, &ty.name)) {
        Some(known) => matches!(known, Object::Domain(_)),
        None => !ty.schema.is_empty() && of_extension,
    };
    if !ty.modifiers.is_empty() || domain && !ty.array {
        return false;
    }
    let text = without_parens(&default.text);
    let tokens = tokens(text);
    let mut cursor = Cursor::new(text, 0, &tokens);
    let call = cursor.eat("cast") && cursor.eat_punct("(");
    if !cursor.eat("null") {
        return false;
    }
    let typed = if call { cursor.eat("as") } else { cursor.eat_punct("::") };
    let same = !typed || builder.parse_type(&mut cursor).is_ok_and(|to| to == *ty);
    same && (!call || cursor.eat_punct(")")) && cursor.is_end()
}

/// The collation of a name, `None` for the default one.
pub(in super::super) fn collation(builder: &Builder, name: &Name) -> Option<QualifiedName> {
    if name.schema.as_deref() == Some("pg_catalog") || name.schema.is_none() && name.name == "default" {
        return (name.name != "default").then(|| QualifiedName::new("", name.name.clone()));
    }
    let schema = match (&name.schema, builder.find(Kind::Collation, name)) {
        (Some(schema), _) => schema.clone(),
        (None, Some(id)) => id.schema,
        (None, None) => String::new(),
    };
    Some(QualifiedName::new(schema, name.name.clone()))
}

/// A storage strategy, `None` for the type's own.
pub(super) fn storage(written: &str, ty: &ColumnType) -> Option<String> {
    let own = default_storage(ty);
    Some(written.to_ascii_lowercase()).filter(|storage| storage != "default" && Some(storage.as_str()) != own)
}

/// How values of a type are stored unless somebody says otherwise; unknown for users' types.
fn default_storage(ty: &ColumnType) -> Option<&'static str> {
    if ty.array {
        return Some("extended");
    }
    if !ty.schema.is_empty() {
        return None;
    }
    Some(match ty.name.as_str() {
        "numeric" | "inet" | "cidr" => "main",
        "tsquery" => "plain",
        "text" | "character varying" | "character" | "bpchar" | "bytea" | "json" | "jsonb" | "xml"
        | "bit" | "bit varying" | "path" | "polygon" | "tsvector" | "jsonpath" | "txid_snapshot"
        | "pg_snapshot" => "extended",
        name if matches!(builtin::type_named(name), Some(row) if matches!(row.sort, b'r' | b'm')) => {
            "extended"
        }
        _ => "plain",
    })
}

/// `OPTIONS (name 'value', ...)`, the word eaten already.
pub(super) fn foreign_options(cursor: &mut Cursor<'_>) -> Parse<BTreeMap<String, String>> {
    let options = cursor.list(|cursor| Ok((cursor.ident()?, cursor.string()?)))?;
    Ok(options.into_iter().collect())
}

/// `OPTIONS ([ADD | SET | DROP] name 'value', ...)` of an ALTER, the word eaten already.
pub(super) fn change_foreign_options(
    cursor: &mut Cursor<'_>,
    options: &mut BTreeMap<String, String>,
) -> Parse {
    let changes = cursor.list(|cursor| {
        let verb = if cursor.peek_text(1).starts_with('\'') {
            "add"
        } else {
            cursor.eat_any(&["add", "set", "drop"]).unwrap_or("add")
        };
        let name = cursor.ident()?;
        let value = if verb == "drop" { None } else { Some(cursor.string()?) };
        Ok((name, value))
    })?;
    for (name, value) in changes {
        match value {
            Some(value) => options.insert(name, value),
            None => options.remove(&name),
        };
    }
    Ok(())
}
