//! CREATE and ALTER RULE.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::statement::Readers;
use super::trigger::alter_part;
use crate::model::{Kind, Object, ObjectId, Rule, SqlText};

pub(super) const READERS: Readers = &[
    ("create or replace rule", |cursor, builder| create(cursor, builder, true)),
    ("create rule", |cursor, builder| create(cursor, builder, false)),
    ("alter rule", |cursor, builder| alter_part(cursor, builder, Kind::Rule)),
];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder, replace: bool) -> Parse {
    let start = cursor.span();
    let name = cursor.ident()?;
    cursor.expect("as on")?;
    let Some(event) = cursor.eat_any(&["select", "insert", "update", "delete"]) else {
        return Err(cursor.expected("SELECT, INSERT, UPDATE or DELETE"));
    };
    let mut rule = Rule { event: event.into(), ..Rule::default() };
    cursor.expect("to")?;
    let relation = builder.need_relation(&cursor.name()?)?;
    if cursor.eat("where") {
        rule.condition = Some(builder.sql(cursor.text_until(|cursor| cursor.at_kws("do"))));
    }
    cursor.expect("do")?;
    rule.instead = cursor.eat("instead");
    if !rule.instead {
        cursor.eat("also");
    }
    rule.commands = commands(cursor, builder)?;
    cursor.expect_end()?;
    if let (true, "_RETURN") = (replace, name.as_str())
        && let (Some(Object::View(view)), [query]) =
            (builder.schema.objects.get_mut(&relation), rule.commands.as_slice())
    {
        // The rule that a view is made of.
        view.query = query.clone();
        return Ok(());
    }
    let id = ObjectId::part(Kind::Rule, relation.schema, relation.name, name);
    if !replace {
        builder.check_new(&id, start)?;
    }
    builder.put(id, Object::Rule(rule), start);
    Ok(())
}

/// `NOTHING`, one command, or several in parentheses with `;` between them.
fn commands(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Vec<SqlText>> {
    if cursor.eat("nothing") {
        return Ok(Vec::new());
    }
    // A query in parentheses that something follows (`(SELECT 1) UNION ...`) is one command.
    let mut ahead = *cursor;
    if !cursor.at_punct("(") || ahead.parenthesised().is_ok() && !ahead.is_end() {
        return Ok(vec![builder.sql(cursor.rest())]);
    }
    cursor.bump();
    let mut commands = Vec::new();
    loop {
        let text = cursor.text_until(|cursor| cursor.at_punct(";"));
        if !text.is_empty() {
            commands.push(builder.sql(text));
        }
        if !cursor.eat_punct(";") {
            cursor.expect_punct(")")?;
            return Ok(commands);
        }
    }
}
