//! Statements as they are told and recorded: some hold somebody's password.

use schemasync_core::model::Kind;
use schemasync_core::plan::Step;

/// The statement of a step, cut off before what may hold a password.
pub fn without(step: &Step) -> String {
    let secret = matches!(step.object.kind, Kind::UserMapping | Kind::Subscription | Kind::Server);
    let end = [" OPTIONS ", " CONNECTION "].iter().filter_map(|word| step.sql.find(word)).min();
    match end.filter(|_| secret).and_then(|end| step.sql.get(..end)) {
        Some(head) => format!("{head} ..."),
        None => step.sql.clone(),
    }
}
