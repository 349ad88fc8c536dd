//! Constraints as written, of a column or of the table.

use super::super::builder::Builder;
use super::super::cursor::Cursor;
use super::super::fault::Parse;
use super::super::index;
use super::super::names::Name;
use super::super::operator::{operator_reference, written as operator_written};
use super::{ConstraintDraft, Element};
use crate::dialect::postgres::canon::builtin;
use crate::model::{
    Action, Constraint, ConstraintRule, Exclude, ForeignKey, Key, Kind, NotNull, OfTable, Parameters,
};
use crate::source::Span;

/// A constraint with nothing said after it.
fn plain(rule: ConstraintRule) -> Constraint {
    Constraint {
        rule,
        deferrable: false,
        deferred: false,
        not_valid: false,
        not_enforced: false,
        inherited: false,
    }
}

fn draft(name: Option<String>, rule: ConstraintRule, span: Span) -> ConstraintDraft {
    ConstraintDraft { name, constraint: plain(rule), references: None, using_index: None, span }
}

/// Words that begin a table constraint.
pub(super) fn at_table_constraint(cursor: &Cursor<'_>) -> bool {
    cursor.peek_kw(0, "constraint")
        || cursor.at_kws("primary key")
        || cursor.at_kws("foreign key")
        || cursor.peek_kw(0, "unique")
        || cursor.peek_kw(0, "check") && cursor.peek_text(1) == "("
        || cursor.peek_kw(0, "exclude") && (cursor.peek_text(1) == "(" || cursor.peek_kw(1, "using"))
        || cursor.at_kws("not null")
}

/// A column's constraint; `None` when none comes next. Its attributes are read by `constraint_attributes`.
pub(super) fn column_constraint(
    cursor: &mut Cursor<'_>,
    builder: &Builder,
    column: &str,
    name: Option<String>,
) -> Parse<Option<ConstraintDraft>> {
    let span = cursor.span();
    let columns = vec![column.to_owned()];
    if cursor.eat("primary key") {
        let key = index_options(cursor, Key { primary: true, columns, ..Key::default() })?;
        return Ok(Some(draft(name, ConstraintRule::Key(key), span)));
    }
    if cursor.eat("unique") {
        let nulls_not_distinct = nulls(cursor);
        let key = index_options(cursor, Key { columns, nulls_not_distinct, ..Key::default() })?;
        return Ok(Some(draft(name, ConstraintRule::Key(key), span)));
    }
    if cursor.eat("check") {
        return check(cursor, builder, name, span).map(Some);
    }
    if cursor.eat("references") {
        let key = ForeignKey { columns, ..ForeignKey::default() };
        return references(cursor, key, name, span).map(Some);
    }
    Ok(None)
}

/// A table constraint with its attributes.
pub(in super::super) fn table_constraint(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Element> {
    let span = cursor.span();
    let name = if cursor.eat("constraint") { Some(cursor.ident()?) } else { None };
    let mut constraint = if cursor.eat("primary key") {
        key(cursor, true, name, span)?
    } else if cursor.eat("unique") {
        key(cursor, false, name, span)?
    } else if cursor.eat("check") {
        check(cursor, builder, name, span)?
    } else if cursor.eat("foreign key") {
        let (columns, period) = period_columns(cursor)?;
        cursor.expect("references")?;
        references(cursor, ForeignKey { columns, period, ..ForeignKey::default() }, name, span)?
    } else if cursor.eat("exclude") {
        exclude(cursor, builder, name, span)?
    } else if cursor.eat("not null") {
        let column = cursor.ident()?;
        let mut not_null = NotNull { name, of_table: OfTable(true), ..NotNull::default() };
        loop {
            if cursor.eat("no inherit") {
                not_null.no_inherit = true;
            } else if cursor.eat("not valid") {
                not_null.not_valid = true;
            } else {
                return Ok(Element::NotNull(column, not_null, span));
            }
        }
    } else {
        return Err(cursor.expected("PRIMARY KEY, UNIQUE, CHECK, FOREIGN KEY or EXCLUDE"));
    };
    constraint_attributes(cursor, &mut constraint.constraint)?;
    Ok(Element::Constraint(Box::new(constraint)))
}

/// `DEFERRABLE`, `INITIALLY DEFERRED`, `NOT VALID`, `NO INHERIT`, `NOT ENFORCED` in any order.
pub(super) fn constraint_attributes(cursor: &mut Cursor<'_>, constraint: &mut Constraint) -> Parse {
    loop {
        if cursor.eat("not deferrable") {
            constraint.deferrable = false;
        } else if cursor.eat("deferrable") {
            constraint.deferrable = true;
        } else if cursor.eat("initially deferred") {
            (constraint.deferrable, constraint.deferred) = (true, true);
        } else if cursor.eat("initially immediate") {
            constraint.deferred = false;
        } else if cursor.eat("not valid") {
            constraint.not_valid = true;
        } else if cursor.eat("not enforced") {
            constraint.not_enforced = true;
        } else if cursor.eat("enforced") {
            constraint.not_enforced = false;
        } else if cursor.eat("no inherit") {
            if let ConstraintRule::Check { no_inherit, .. } = &mut constraint.rule {
                *no_inherit = true;
            }
        } else {
            return Ok(());
        }
    }
}

fn check(
    cursor: &mut Cursor<'_>,
    builder: &Builder,
    name: Option<String>,
    span: Span,
) -> Parse<ConstraintDraft> {
    let expression = builder.sql(cursor.parenthesised()?);
    Ok(draft(name, ConstraintRule::Check { expression, no_inherit: false }, span))
}

fn nulls(cursor: &mut Cursor<'_>) -> bool {
    let not = cursor.eat("nulls not distinct");
    if !not {
        cursor.eat("nulls distinct");
    }
    not
}

fn key(cursor: &mut Cursor<'_>, primary: bool, name: Option<String>, span: Span) -> Parse<ConstraintDraft> {
    if cursor.eat("using index") {
        let using_index = Some(cursor.name()?);
        let rule = ConstraintRule::Key(Key { primary, ..Key::default() });
        return Ok(ConstraintDraft { using_index, ..draft(name, rule, span) });
    }
    let mut key = Key { primary, nulls_not_distinct: nulls(cursor), ..Key::default() };
    cursor.expect_punct("(")?;
    loop {
        key.columns.push(cursor.ident()?);
        key.without_overlaps = cursor.eat("without overlaps");
        if !cursor.eat_punct(",") {
            break;
        }
    }
    cursor.expect_punct(")")?;
    let key = index_options(cursor, key)?;
    Ok(draft(name, ConstraintRule::Key(key), span))
}

/// `INCLUDE (...) WITH (...) USING INDEX TABLESPACE x`.
fn index_options(cursor: &mut Cursor<'_>, mut key: Key) -> Parse<Key> {
    if cursor.eat("include") {
        key.include = cursor.ident_list()?;
    }
    if cursor.peek_kw(0, "with") && cursor.peek_text(1) == "(" {
        cursor.bump();
        key.parameters = parameters(cursor)?;
    }
    if cursor.eat("using index tablespace") {
        key.tablespace = tablespace(cursor)?;
    }
    Ok(key)
}

/// A tablespace's name; the default one is none.
pub(in super::super) fn tablespace(cursor: &mut Cursor<'_>) -> Parse<Option<String>> {
    Ok(Some(cursor.ident()?).filter(|name| name != "pg_default"))
}

/// `(name = value, toast.name = value, name)`.
pub(in super::super) fn parameters(cursor: &mut Cursor<'_>) -> Parse<Parameters> {
    let parameters = cursor.list(|cursor| {
        let name = cursor.dotted()?.join(".");
        let value = if cursor.eat_punct("=") { cursor.option_value()? } else { "true".to_owned() };
        Ok((name, value))
    })?;
    Ok(parameters.into_iter().filter(|(name, _)| name != "oids").collect())
}

/// `(a, b, PERIOD c)` or `(a, c WITHOUT OVERLAPS)`.
fn period_columns(cursor: &mut Cursor<'_>) -> Parse<(Vec<String>, bool)> {
    let mut period = false;
    let columns = cursor.list(|cursor| {
        if cursor.peek_kw(0, "period") && !matches!(cursor.peek_text(1), "," | ")") {
            cursor.bump();
            period = true;
        }
        cursor.ident()
    })?;
    Ok((columns, period))
}

/// What follows REFERENCES.
fn references(
    cursor: &mut Cursor<'_>,
    mut key: ForeignKey,
    name: Option<String>,
    span: Span,
) -> Parse<ConstraintDraft> {
    let table: Name = cursor.name()?;
    if cursor.at_punct("(") {
        key.referenced = period_columns(cursor)?.0;
    }
    if cursor.eat("match") {
        key.match_full = cursor.eat("full");
        if !key.match_full && cursor.eat_any(&["simple", "partial"]).is_none() {
            return Err(cursor.expected("FULL or SIMPLE"));
        }
    }
    loop {
        if cursor.eat("on delete") {
            key.on_delete = action(cursor)?;
            if cursor.at_punct("(") {
                key.delete_columns = cursor.ident_list()?;
            }
        } else if cursor.eat("on update") {
            key.on_update = action(cursor)?;
        } else {
            break;
        }
    }
    Ok(ConstraintDraft { references: Some(table), ..draft(name, ConstraintRule::ForeignKey(key), span) })
}

fn action(cursor: &mut Cursor<'_>) -> Parse<Action> {
    match cursor.eat_any(&["no action", "restrict", "cascade", "set null", "set default"]) {
        Some("no action") => Ok(Action::NoAction),
        Some("restrict") => Ok(Action::Restrict),
        Some("cascade") => Ok(Action::Cascade),
        Some("set null") => Ok(Action::SetNull),
        Some(_) => Ok(Action::SetDefault),
        None => Err(cursor.expected("NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT")),
    }
}

fn exclude(
    cursor: &mut Cursor<'_>,
    builder: &Builder,
    name: Option<String>,
    span: Span,
) -> Parse<ConstraintDraft> {
    let mut exclude = Exclude::default();
    exclude.index.method = if cursor.eat("using") { cursor.ident()? } else { "btree".to_owned() };
    cursor.expect_punct("(")?;
    loop {
        exclude.index.elements.push(index::element(cursor, builder)?);
        cursor.expect("with")?;
        exclude.operators.push(operator(cursor, builder)?);
        if !cursor.eat_punct(",") {
            break;
        }
    }
    cursor.expect_punct(")")?;
    let key = index_options(cursor, Key::default())?;
    exclude.index.include = key.include;
    exclude.index.parameters = key.parameters;
    exclude.index.tablespace = key.tablespace;
    if cursor.eat("where") {
        exclude.index.predicate =
            Some(builder.sql(super::super::expression::without_parens(cursor.parenthesised()?)));
    }
    Ok(draft(name, ConstraintRule::Exclude(exclude), span))
}

/// An operator: one that somebody made has the schema it was found in.
fn operator(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<String> {
    let name = operator_reference(cursor)?;
    let made = |schema: &str| builder.schema.parts(Kind::Operator, schema, &name.name).next().is_some();
    let own = name.schema.is_none() && !builtin::operators(&name.name).is_empty();
    let found = if own { None } else { builder.find_schema(&name, made) };
    let schema = found.or(name.schema).unwrap_or_default();
    Ok(operator_written(&schema, &name.name))
}
