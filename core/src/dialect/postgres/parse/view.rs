//! CREATE and ALTER of views and materialised views.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::reading::{reads, says};
use super::statement::Readers;
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::canon::{self, escapes::quote_ident};
use crate::dialect::postgres::rename::STAR;
use crate::model::{Facet, Kind, NoData, Object, ObjectId, Parameters, QualifiedName, SqlText, View};
use crate::source::Span;

pub(super) const READERS: Readers = &[
    ("create materialized view", materialized),
    ("create or replace recursive view", |cursor, builder| view(cursor, builder, true, true)),
    ("create or replace view", |cursor, builder| view(cursor, builder, true, false)),
    ("create recursive view", |cursor, builder| view(cursor, builder, false, true)),
    ("create view", |cursor, builder| view(cursor, builder, false, false)),
    ("alter view", alter),
    ("alter materialized view", alter),
];

fn view(cursor: &mut Cursor<'_>, builder: &mut Builder, replace: bool, recursive: bool) -> Parse {
    const CHECKS: &[(&str, &str)] = &[
        ("with cascaded check option", "cascaded"),
        ("with local check option", "local"),
        ("with check option", "cascaded"),
    ];
    let name = cursor.name()?;
    let mut view = View { columns: columns(cursor)?, ..View::default() };
    if cursor.eat("with") {
        view.options = options(cursor)?;
    }
    cursor.expect("as")?;
    let query = query(cursor, |cursor| CHECKS.iter().any(|(words, _)| ends_with(cursor, words)))?;
    for (words, option) in CHECKS {
        if cursor.eat(words) {
            view.options.insert("check_option".into(), (*option).into());
        }
    }
    cursor.expect_end()?;
    view.query = builder.sql(query);
    if recursive {
        let of = quote_ident(&name.name);
        let columns: Vec<_> = view.columns.drain(..).map(|column| quote_ident(&column)).collect();
        let columns = columns.join(", ");
        view.query.text = format!("WITH RECURSIVE {of}({columns}) AS ({query}) SELECT {columns} FROM {of}");
    }
    let id = ObjectId::new(Kind::View, builder.creation_schema(&name), &name.name);
    if !replace {
        builder.check_new(&id, name.span)?;
    }
    builder.put(id, Object::View(view), name.span);
    Ok(())
}

fn materialized(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let if_not_exists = cursor.eat("if not exists");
    let name = cursor.name()?;
    let mut view = View { materialized: true, columns: columns(cursor)?, ..View::default() };
    if cursor.eat("using") {
        view.access_method = Some(cursor.ident()?).filter(|method| method != "heap");
    }
    if cursor.eat("with") {
        view.options = options(cursor)?;
    }
    if cursor.eat("tablespace") {
        view.tablespace = Some(cursor.ident()?).filter(|tablespace| tablespace != "pg_default");
    }
    cursor.expect("as")?;
    let query = query(cursor, |cursor| ends_with(cursor, "with no data") || ends_with(cursor, "with data"))?;
    view.query = builder.sql(query);
    view.with_no_data = NoData(cursor.eat("with no data"));
    cursor.eat("with data");
    cursor.expect_end()?;
    let id = ObjectId::new(Kind::View, builder.creation_schema(&name), &name.name);
    if if_not_exists && builder.schema.contains(&id) {
        return Ok(());
    }
    builder.add(id, Object::View(view), name.span)
}

fn columns(cursor: &mut Cursor<'_>) -> Parse<Vec<String>> {
    if cursor.at_punct("(") { cursor.ident_list() } else { Ok(Vec::new()) }
}

/// The query's text, up to what may follow it.
fn query<'a>(cursor: &mut Cursor<'a>, stop: impl FnMut(&Cursor<'a>) -> bool) -> Parse<&'a str> {
    let here = *cursor;
    let text = cursor.text_until(stop);
    if text.is_empty() { Err(here.expected("a query")) } else { Ok(text) }
}

/// Whether these words come next and nothing after them.
fn ends_with(cursor: &Cursor<'_>, words: &str) -> bool {
    let mut ahead = *cursor;
    ahead.eat(words) && ahead.is_end()
}

/// `(name [= value], ...)`: a name alone is true.
fn options(cursor: &mut Cursor<'_>) -> Parse<Parameters> {
    let all = cursor.list(|cursor| {
        let name = cursor.dotted()?.join(".");
        let value = if cursor.eat_punct("=") { cursor.option_value()? } else { "true".into() };
        Ok((name, value.to_ascii_lowercase()))
    })?;
    Ok(all.into_iter().collect())
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let if_exists = cursor.eat("if exists");
    let name = cursor.name()?;
    let id = match builder.need(Kind::View, &name) {
        Err(_) if if_exists && builder.lenient => return Ok(()),
        found => found?,
    };
    let to = if cursor.eat("rename to") {
        Some(ObjectId { name: cursor.ident()?, ..id.clone() })
    } else if cursor.eat("set schema") {
        Some(ObjectId { schema: cursor.ident()?, ..id.clone() })
    } else {
        None
    };
    if let Some(to) = to {
        cursor.expect_end()?;
        builder.check_new(&to, name.span)?;
        builder.move_view(&id, &to);
        builder.follow(&id, &to);
        return Ok(());
    }
    actions(cursor, builder, &id, name.span)?;
    cursor.expect_end()
}

/// What ALTER VIEW, ALTER MATERIALIZED VIEW and ALTER TABLE do to a view, action by action.
pub(super) fn actions(cursor: &mut Cursor<'_>, builder: &mut Builder, id: &ObjectId, span: Span) -> Parse {
    loop {
        if cursor.eat("alter") {
            alter_column(cursor, builder, id, span)?;
        } else if cursor.eat("rename") {
            cursor.eat("column");
            rename_column(cursor, builder, id)?;
        } else {
            change(cursor, builder, id)?;
        }
        if !cursor.eat_punct(",") {
            return Ok(());
        }
    }
}

/// `[COLUMN] name SET DEFAULT expression | DROP DEFAULT`, and what is kept of a materialised view's columns.
fn alter_column(cursor: &mut Cursor<'_>, builder: &mut Builder, id: &ObjectId, span: Span) -> Parse {
    cursor.eat("column");
    let column = ObjectId::column(&id.schema, &id.name, cursor.ident()?).facet(Facet::Default);
    if cursor.eat("set default") {
        let text = builder.sql(cursor.text_until(|cursor| cursor.at_punct(",")));
        builder.put(column, Object::Default(text), span);
    } else if cursor.eat("drop default") {
        builder.schema.objects.remove(&column);
    } else {
        // Statistics, storage and compression of a materialised view's columns: tuning, not definition.
        let what = cursor.text_until(|cursor| cursor.at_punct(","));
        let message = format!("{what} of {} is no part of a schema here: left out", column.itself());
        builder.diagnostics.push(Diagnostic::warning("left-out", message, cursor.statement_span()));
    }
    Ok(())
}

/// `old TO new`. Who reads the column keeps the name it shows it under.
fn rename_column(cursor: &mut Cursor<'_>, builder: &mut Builder, id: &ObjectId) -> Parse {
    let here = *cursor;
    let from = cursor.ident()?;
    cursor.expect("to")?;
    let to = cursor.ident()?;
    if let Some(columns) = canon::schema::view_columns(&builder.schema, id)
        && let Some(Object::View(view)) = builder.schema.objects.get_mut(id)
        && view.columns.len() < columns.len()
    {
        view.columns = columns.into_iter().map(|(name, _)| name).collect();
    }
    let own = QualifiedName::new(id.schema.clone(), id.name.clone());
    builder.name_columns_of_views(&own, &from);
    let Some(Object::View(view)) = builder.schema.objects.get_mut(id) else { return Ok(()) };
    match view.columns.iter_mut().find(|column| **column == from) {
        Some(column) => column.clone_from(&to),
        None => return Err(rename_unknown(&here)),
    }
    let column = |name: &str| ObjectId::column(&id.schema, &id.name, name);
    builder.rename_entries(&column(&from), &column(&to));
    builder.follow(&column(&from), &column(&to));
    Ok(())
}

fn change(cursor: &mut Cursor<'_>, builder: &mut Builder, id: &ObjectId) -> Parse {
    let here = *cursor;
    let mut cluster = None;
    let Some(Object::View(view)) = builder.schema.objects.get_mut(id) else { return Ok(()) };
    if cursor.eat("set without cluster") {
        cluster = Some(None);
    } else if cursor.eat("cluster on") {
        cluster = Some(Some(cursor.ident()?));
    } else if cursor.eat("set tablespace") {
        view.tablespace = Some(cursor.ident()?).filter(|tablespace| tablespace != "pg_default");
    } else if cursor.eat("set access method") {
        view.access_method = Some(cursor.ident()?).filter(|method| method != "heap");
    } else if cursor.eat("set") {
        view.options.append(&mut options(cursor)?);
    } else if cursor.eat("reset") {
        for name in options(cursor)?.keys() {
            view.options.remove(name);
        }
    } else {
        return Err(cursor.expected("an action on the view"));
    }
    let facet = id.facet(Facet::ClusterOn);
    match cluster {
        Some(Some(index)) => builder.put(facet, Object::ClusterOn(index), here.span()),
        Some(None) => builder.remove(&facet),
        None => {}
    }
    Ok(())
}

fn rename_unknown(cursor: &Cursor<'_>) -> Fault {
    let message = "the view's columns are named by its query, so that this one cannot be renamed here";
    Fault::Bad(Box::new(
        Diagnostic::error("unsupported-statement", message, cursor.span())
            .help("give the view a list of columns, `CREATE VIEW v (a, b) AS ...`"),
    ))
}

impl Builder {
    /// Gives the columns of views that read a column the names they have now: they keep them when it gets another one.
    pub(super) fn name_columns_of_views(&mut self, table: &QualifiedName, column: &str) {
        let relation = ObjectId::table(table.schema.clone(), table.name.clone());
        let mentioned = self.mentioned();
        let may_name = [column, STAR].into_iter().flat_map(|column| mentioned.of(&table.name, column));
        let views = may_name.filter_map(|id| self.schema.objects.get_key_value(id));
        let named =
            self.named_columns(views, |query| reads(&self.schema, query, &relation) && says(query, column));
        self.mentioned = Some(mentioned);
        self.put_columns(named);
    }

    /// Gives the columns of views whose query is meant the names they have now.
    pub(super) fn name_columns(&mut self, meant: impl Fn(&SqlText) -> bool) {
        let views = self.schema.objects.range(ObjectId::new(Kind::View, "", "")..);
        let named = self.named_columns(views.take_while(|(id, _)| id.kind == Kind::View), meant);
        self.put_columns(named);
    }

    /// The names that the columns of views have now whose query is meant and names them.
    fn named_columns<'a>(
        &self,
        views: impl Iterator<Item = (&'a ObjectId, &'a Object)>,
        meant: impl Fn(&SqlText) -> bool,
    ) -> Vec<(ObjectId, Vec<String>)> {
        let named = views.filter_map(|(id, object)| match object {
            Object::View(of) if of.columns.is_empty() && meant(&of.query) => {
                let columns = canon::schema::view_columns(&self.schema, id)?;
                Some((id.clone(), columns.into_iter().map(|(name, _)| name).collect()))
            }
            _ => None,
        });
        named.collect()
    }

    fn put_columns(&mut self, named: Vec<(ObjectId, Vec<String>)>) {
        for (id, columns) in named {
            if let Some(Object::View(of)) = self.schema.objects.get_mut(&id) {
                of.columns = columns;
            }
        }
    }

    /// Moves a view with its indexes.
    fn move_view(&mut self, from: &ObjectId, to: &ObjectId) {
        let mut moved = Vec::new();
        let indexed = matches!(self.schema.get(from), Some(Object::View(of)) if of.materialized);
        for (id, object) in self.schema.objects.iter_mut().filter(|_| indexed) {
            if let Object::Index(index) = object
                && id.schema == from.schema
                && index.table == from.name
            {
                index.table.clone_from(&to.name);
                moved.push(id.clone());
            }
        }
        for id in moved.into_iter().filter(|_| from.schema != to.schema) {
            self.move_object(&id, &ObjectId { schema: to.schema.clone(), ..id.clone() });
        }
        self.move_object(from, to);
    }
}
