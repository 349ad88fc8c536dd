//! Views and materialised views.

use super::*;
use crate::model::View;

/// `CREATE [OR REPLACE] VIEW`, `CREATE MATERIALIZED VIEW`.
pub fn create(id: &ObjectId, of: &View, replace: bool) -> String {
    let words = match (of.materialized, replace) {
        (true, _) => "CREATE MATERIALIZED VIEW",
        (false, true) => "CREATE OR REPLACE VIEW",
        (false, false) => "CREATE VIEW",
    };
    let mut out = format!("{words} {}", relation(id));
    if !of.columns.is_empty() {
        out += &format!(" ({})", idents(&of.columns));
    }
    if let Some(method) = &of.access_method {
        out += &format!(" USING {}", ident(method));
    }
    let mut options = of.options.clone();
    let check = options.remove("check_option");
    if !options.is_empty() {
        out += &format!(" WITH ({})", parameters(&options));
    }
    if let Some(tablespace) = &of.tablespace {
        out += &format!(" TABLESPACE {}", ident(tablespace));
    }
    out += &format!(" AS\n{}", query(&of.query));
    match check.as_deref() {
        Some("local") => out += "\nWITH LOCAL CHECK OPTION",
        Some(_) => out += "\nWITH CASCADED CHECK OPTION",
        None => {}
    }
    if of.materialized && of.with_no_data.0 {
        out += "\nWITH NO DATA";
    }
    out
}

/// The query; a comment at its end must not swallow what follows.
fn query(of: &SqlText) -> &str {
    text(of).trim_end_matches(';')
}
