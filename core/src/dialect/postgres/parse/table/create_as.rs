//! CREATE TABLE ... AS and SELECT ... INTO: a table with the columns that come out of a query, as far as they can be known here.

use super::super::builder::Builder;
use super::super::cursor::Cursor;
use super::super::fault::{Fault, Parse};
use super::super::temporary;
use super::constraint::{parameters, tablespace};
use super::create::Draft;
use super::{ColumnDraft, Element};
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::canon;
use crate::model::Column;

/// Reads from the name on; `None` where it is another way to make a table.
pub(super) fn create_as(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Option<Draft>> {
    let mut ahead = *cursor;
    let Ok((mut draft, names)) = head(&mut ahead) else { return Ok(None) };
    let word = ahead;
    if !ahead.eat("as") {
        return Ok(None);
    }
    *cursor = ahead;
    let end = |cursor: &Cursor<'_>| {
        let mut ahead = *cursor;
        ahead.eat_any(&["with no data", "with data"]).is_some() && ahead.is_end()
    };
    let query = cursor.text_until(end);
    cursor.eat_any(&["with no data", "with data"]);
    cursor.expect_end()?;
    fill(&mut draft, builder, query, &names).ok_or_else(|| unknown_columns(&word))?;
    Ok(Some(draft))
}

/// `SELECT ... INTO name ...`, of which the first word is read: the same as a table made of the query without INTO.
pub(in super::super) fn select_into(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    cursor.text_until(|cursor| cursor.peek_kw(0, "into"));
    let (word, head) = (*cursor, cursor.text_from(0));
    cursor.expect("into")?;
    let local = cursor.eat_any(&["local", "global"]).is_some();
    if cursor.eat_any(&["temporary", "temp"]).is_some() || local {
        cursor.eat("table");
        let name = cursor.name()?.name;
        temporary::leave_out(cursor, builder, "table", name);
        return Ok(());
    }
    let unlogged = cursor.eat("unlogged");
    cursor.eat("table");
    let mut draft = Draft { name: cursor.name()?, ..Draft::default() };
    draft.table.unlogged = unlogged;
    let query = format!("{head} {}", cursor.text_until(|_| false));
    cursor.expect_end()?;
    fill(&mut draft, builder, &query, &[]).ok_or_else(|| unknown_columns(&word))?;
    builder.create_table(draft)
}

/// Gives a table the columns of a query; nothing where these are not known.
fn fill(draft: &mut Draft, builder: &Builder, query: &str, names: &[String]) -> Option<()> {
    let columns = canon::schema::query_columns(&builder.schema, &builder.sql(query), names)?;
    let known = columns.iter().all(|(_, ty)| !ty.name.is_empty());
    let span = draft.name.span;
    draft.elements = (columns.into_iter())
        .map(|(name, ty)| {
            let column = Column { ty, ..Column::default() };
            Element::Column(Box::new(ColumnDraft { name, span, column, ..ColumnDraft::default() }))
        })
        .collect();
    known.then_some(())
}

/// What stands before AS: the name, names of columns, and how the table is stored.
fn head(cursor: &mut Cursor<'_>) -> Parse<(Draft, Vec<String>)> {
    let mut draft =
        Draft { if_not_exists: cursor.eat("if not exists"), name: cursor.name()?, ..Draft::default() };
    let names = if cursor.at_punct("(") { cursor.ident_list()? } else { Vec::new() };
    if cursor.eat("using") {
        draft.table.access_method = Some(cursor.ident()?).filter(|method| method != "heap");
    }
    if cursor.eat_any(&["without oids", "with oids"]).is_none() && cursor.eat("with") {
        draft.table.parameters = parameters(cursor)?;
    }
    cursor.eat_any(&["on commit preserve rows", "on commit delete rows", "on commit drop"]);
    if cursor.eat("tablespace") {
        draft.table.tablespace = tablespace(cursor)?;
    }
    Ok((draft, names))
}

/// The fault that the columns follow from a query.
fn unknown_columns(cursor: &Cursor<'_>) -> Fault {
    Fault::Bad(Box::new(
        Diagnostic::error(
            "create-table-as",
            "the columns of CREATE TABLE AS follow from its query, and what comes out of this one is not known here",
            cursor.span(),
        )
        .help("write the table with its columns, as `CREATE TABLE name (column type, ...)`"),
    ))
}
