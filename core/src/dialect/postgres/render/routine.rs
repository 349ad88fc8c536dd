//! Functions and procedures.

use super::*;
use crate::dialect::postgres::canon::escapes::dollars;
use crate::model::{Argument, ArgumentMode, Routine, RoutineBody};

/// `CREATE [OR REPLACE] FUNCTION | PROCEDURE`.
pub fn create(id: &ObjectId, of: &Routine, replace: bool) -> String {
    let create = if replace { "CREATE OR REPLACE" } else { "CREATE" };
    let word = if of.procedure { "PROCEDURE" } else { "FUNCTION" };
    let arguments: Vec<_> =
        of.arguments.iter().filter(|a| a.mode != ArgumentMode::Table).map(argument).collect();
    let mut out = format!("{create} {word} {}({})", relation(id), arguments.join(", "));
    if let Some(returns) = returns(of) {
        out += &format!(" {returns}");
    }
    out += &format!("\n    {}", options(of).join(" "));
    for (name, value) in of.settings.iter() {
        out += &format!("\n    SET {} TO {}", setting_name(name), setting_value(name, value));
    }
    out += &body(&of.body);
    out
}

/// An argument as it is declared.
pub fn argument(of: &Argument) -> String {
    let mut out = match of.mode {
        ArgumentMode::In | ArgumentMode::Table => String::new(),
        ArgumentMode::Out => "OUT ".to_owned(),
        ArgumentMode::InOut => "INOUT ".to_owned(),
        ArgumentMode::Variadic => "VARIADIC ".to_owned(),
    };
    if let Some(name) = &of.name {
        out += &format!("{} ", ident(name));
    }
    out += &ty(&of.ty);
    if let Some(default) = &of.default {
        out += &format!(" DEFAULT {}", text(default));
    }
    out
}

/// The input types, as DROP and COMMENT name a routine: `(integer, text)`.
pub fn signature(arguments: &[Argument]) -> String {
    let types: Vec<_> = arguments.iter().filter(|a| a.is_input()).map(|a| ty(&a.ty)).collect();
    format!("({})", types.join(", "))
}

fn returns(of: &Routine) -> Option<String> {
    if of.procedure {
        return None;
    }
    let columns: Vec<_> =
        of.arguments.iter().filter(|a| a.mode == ArgumentMode::Table).map(argument).collect();
    if !columns.is_empty() {
        return Some(format!("RETURNS TABLE ({})", columns.join(", ")));
    }
    let set = if of.returns_set { "SETOF " } else { "" };
    match &of.returns {
        Some(returns) => Some(format!("RETURNS {set}{}", ty(returns))),
        None if of.returns_set => {
            let result = crate::dialect::postgres::parse::routine::result_type(of);
            Some(format!("RETURNS {set}{}", ty(&result.unwrap_or_default())))
        }
        None => None,
    }
}

/// The options that are not what PostgreSQL takes for granted, in the order `pg_dump` has them.
fn options(of: &Routine) -> Vec<String> {
    let mut out = vec![format!("LANGUAGE {}", ident(&of.language))];
    if !of.transforms.is_empty() {
        let types: Vec<_> = of.transforms.iter().map(|of| format!("FOR TYPE {}", ty(of))).collect();
        out.push(format!("TRANSFORM {}", types.join(", ")));
    }
    let mut say = |said: bool, words: &str| {
        if said {
            out.push(words.to_owned());
        }
    };
    say(of.window, "WINDOW");
    say(of.volatility != "volatile", &of.volatility.to_uppercase());
    say(of.strict, "STRICT");
    say(of.security_definer, "SECURITY DEFINER");
    say(of.leakproof, "LEAKPROOF");
    say(of.parallel != "unsafe", &format!("PARALLEL {}", of.parallel.to_uppercase()));
    if let Some(cost) = &of.cost {
        out.push(format!("COST {cost}"));
    }
    if let Some(rows) = &of.rows {
        out.push(format!("ROWS {rows}"));
    }
    if let Some(support) = &of.support {
        out.push(format!("SUPPORT {support}"));
    }
    out
}

fn setting_name(name: &str) -> String {
    name.split('.').map(ident).collect::<Vec<_>>().join(".")
}

/// A list of names is stored as such; an empty name can only be written as a string.
fn setting_value(name: &str, value: &str) -> String {
    match crate::dialect::postgres::parse::is_list_setting(name) {
        true => value
            .split(", ")
            .map(|item| if item == "\"\"" { "''" } else { item })
            .collect::<Vec<_>>()
            .join(", "),
        false => literal(value),
    }
}

fn body(of: &RoutineBody) -> String {
    match of {
        RoutineBody::Text(text) => format!("\n    AS {}", dollars(text)),
        RoutineBody::Library(file, symbol) => format!("\n    AS {}, {}", literal(file), literal(symbol)),
        RoutineBody::Sql(sql) => format!("\n    {}", text(sql)),
    }
}
