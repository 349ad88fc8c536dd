//! Triggers, rules and policies.

use super::*;
use crate::model::{Enabled, Policy, Rule, Trigger};

/// `CREATE [OR REPLACE] [CONSTRAINT] TRIGGER`.
pub fn trigger(id: &ObjectId, of: &Trigger, replace: bool) -> String {
    let create = match (of.constraint, replace) {
        (true, _) => "CREATE CONSTRAINT TRIGGER",
        (false, true) => "CREATE OR REPLACE TRIGGER",
        (false, false) => "CREATE TRIGGER",
    };
    let mut out = format!(
        "{create} {}\n    {} {} ON {}",
        ident(&id.part),
        of.timing.to_uppercase(),
        events(of),
        relation(id)
    );
    if let Some(from) = &of.from {
        out += &format!("\n    FROM {}", qualified(from));
    }
    if of.deferrable {
        let initially = if of.deferred { " INITIALLY DEFERRED" } else { "" };
        out += &format!("\n    DEFERRABLE{initially}");
    }
    if of.old_table.is_some() || of.new_table.is_some() {
        out += "\n    REFERENCING";
        for (which, name) in [("OLD", &of.old_table), ("NEW", &of.new_table)] {
            if let Some(name) = name {
                out += &format!(" {which} TABLE AS {}", ident(name));
            }
        }
    }
    out += &format!("\n    FOR EACH {}", if of.each_row { "ROW" } else { "STATEMENT" });
    if let Some(when) = &of.when {
        out += &format!("\n    WHEN {}", parenthesized(when));
    }
    let arguments: Vec<_> = of.arguments.iter().map(|argument| literal(argument)).collect();
    out + &format!("\n    EXECUTE FUNCTION {}({})", qualified(&of.function), arguments.join(", "))
}

fn events(of: &Trigger) -> String {
    let update = match of.update_of.is_empty() {
        true => "UPDATE".to_owned(),
        false => format!("UPDATE OF {}", idents(&of.update_of)),
    };
    let all = [
        (of.insert, "INSERT".to_owned()),
        (of.delete, "DELETE".to_owned()),
        (of.update, update),
        (of.truncate, "TRUNCATE".to_owned()),
    ];
    all.into_iter().filter(|(said, _)| *said).map(|(_, word)| word).collect::<Vec<_>>().join(" OR ")
}

/// `ENABLE TRIGGER name`, the action of an ALTER TABLE; `what` is TRIGGER or RULE.
pub fn enabled(what: &str, name: &str, of: Enabled) -> String {
    let verb = match of {
        Enabled::Origin => "ENABLE",
        Enabled::Disabled => "DISABLE",
        Enabled::Replica => "ENABLE REPLICA",
        Enabled::Always => "ENABLE ALWAYS",
    };
    format!("{verb} {what} {}", ident(name))
}

/// `CREATE [OR REPLACE] RULE`.
pub fn rule(id: &ObjectId, of: &Rule, replace: bool) -> String {
    let create = if replace { "CREATE OR REPLACE" } else { "CREATE" };
    let mut out = format!(
        "{create} RULE {} AS\n    ON {} TO {}",
        ident(&id.part),
        of.event.to_uppercase(),
        relation(id)
    );
    if let Some(condition) = &of.condition {
        out += &format!("\n    WHERE {}", text(condition));
    }
    out += if of.instead { "\n    DO INSTEAD " } else { "\n    DO ALSO " };
    match of.commands.as_slice() {
        [] => out += "NOTHING",
        [one] => out += text(one),
        several => {
            let several: Vec<_> =
                several.iter().map(|command| format!("        {}", text(command))).collect();
            out += &format!("(\n{}\n    )", several.join(";\n"));
        }
    }
    out
}

/// `CREATE POLICY`.
pub fn policy(id: &ObjectId, of: &Policy) -> String {
    let mut out = format!("CREATE POLICY {} ON {}", ident(&id.part), relation(id));
    if !of.permissive {
        out += " AS RESTRICTIVE";
    }
    if of.command != "all" {
        out += &format!(" FOR {}", of.command.to_uppercase());
    }
    if of.roles != ["public"] {
        out += &format!(" TO {}", roles(&of.roles));
    }
    if let Some(using) = &of.using {
        out += &format!(" USING {}", parenthesized(using));
    }
    if let Some(check) = &of.check {
        out += &format!(" WITH CHECK {}", parenthesized(check));
    }
    out
}

/// Roles.
pub fn roles(of: &[String]) -> String {
    of.iter().map(|name| label::role(name)).collect::<Vec<_>>().join(", ")
}
