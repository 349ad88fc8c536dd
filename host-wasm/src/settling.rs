//! What only a server can tell: the questions. The answers go into `diff`.

use crate::asked::{Flags, Place};
use crate::comparing::Sides;
use crate::told::{Told, of_no_source};
use schemasync_core::Question;
use schemasync_core::dialect::postgres::catalog::SESSION;
use schemasync_core::reads;
use serde::Serialize;

/// Two sides, of which the current one was read from the server that is to be asked.
pub(crate) struct Undecided {
    current: Place,
    desired: Place,
    options: Flags,
}

reads!(Undecided { current, desired; options });

/// What to ask.
#[derive(Serialize)]
pub(crate) struct Questions {
    diagnostics: Vec<Told>,
    /// Statements that must hold in the session, in a transaction that is rolled back in the end.
    session: &'static [&'static str],
    questions: Vec<Question>,
}

/// What to ask the server.
pub(crate) fn questions(asked: Undecided) -> Questions {
    let Undecided { current, desired, options } = asked;
    let mut read = Sides::read(current, desired, &options);
    let mut out = Questions {
        diagnostics: std::mem::take(&mut read.diagnostics),
        session: SESSION,
        questions: Vec::new(),
    };
    let Some(sides) = read.sound() else { return out };
    match options.options(Vec::new()) {
        Ok(mut planning) => {
            planning.directives.clone_from(&sides.desired.renames);
            out.questions = schemasync_core::questions(sides.map(|side| &side.schema), &planning);
        }
        Err(fault) => out.diagnostics.push(of_no_source(&fault)),
    }
    out
}
