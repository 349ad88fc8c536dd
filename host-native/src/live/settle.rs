//! What the core cannot tell by itself, asked of the server: each question in a savepoint of its own, all of it rolled
//! back. What is asked, and what follows from the answers, is the core's business.

use super::fault::{Fault, Kind};
use super::session::Session;
use crate::failure::Failure;
use ::postgres::Client;
use schemasync_core::dialect::postgres::catalog;
use schemasync_core::dialect::postgres::settle::Answers;
use schemasync_core::model::Schema;
use schemasync_core::options::Options;
use schemasync_core::pair::Pair;
use schemasync_core::{Compared, Question, Share};

/// Nobody waits long for a question: a lock that is not to be had is an answer not given.
const LIMITS: &str = "SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '10s'";

/// Compares the sides, on as many cores as there are.
pub fn compared(sides: Pair<&Schema>, options: &Options) -> Compared {
    let of = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let share = |part| move || schemasync_core::compared(sides, options, Share { part, of });
        let others: Vec<_> = (1..of).map(|part| scope.spawn(share(part))).collect();
        let mut out = share(0)();
        for other in others {
            out.join(other.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault)));
        }
        out
    })
}

/// How questions are asked: [`answers`] or [`answers_within`].
pub type Asking = fn(&mut Session, &[Question]) -> Result<Answers, Failure>;

/// The answers that the server gives in a transaction of its own. What has none stays as the core took it.
///
/// # Errors
/// The connection is lost.
pub fn answers(session: &mut Session, questions: &[Question]) -> Result<Answers, Failure> {
    asked(session, questions, "BEGIN", "ROLLBACK")
}

/// The same within the open transaction, which goes on as it was.
///
/// # Errors
/// The connection is lost.
pub fn answers_within(session: &mut Session, questions: &[Question]) -> Result<Answers, Failure> {
    asked(session, questions, "SAVEPOINT schemasync_questions", "ROLLBACK TO SAVEPOINT schemasync_questions")
}

fn asked(session: &mut Session, questions: &[Question], begin: &str, end: &str) -> Result<Answers, Failure> {
    if questions.is_empty() {
        return Ok(Answers::new());
    }
    let client = &mut session.client;
    let answers = session.interrupt.during(|| {
        client.batch_execute(&format!("{begin}; {}; {LIMITS}", catalog::SESSION.join("; ")))?;
        let mut answers = Answers::new();
        for question in questions {
            if let Some(answer) = ask(client, question)? {
                answers.insert(question.object.clone(), answer);
            }
        }
        client.batch_execute(end)?;
        Ok::<_, Fault>(answers)
    });
    Ok(answers?)
}

/// The answer to one question, if the server has one.
fn ask(client: &mut Client, question: &Question) -> Result<Option<Vec<String>>, Fault> {
    client.batch_execute("SAVEPOINT schemasync_question")?;
    let answer = client
        .batch_execute(&question.statements.join(";\n"))
        .and_then(|()| client.query_one(&question.ask, &[]))
        .and_then(|row| row.try_get::<_, Vec<Option<String>>>(0))
        .map_err(Fault::from);
    if let Err(fault) = &answer
        && fault.kind == Kind::Lost
    {
        return Err(fault.clone());
    }
    client
        .batch_execute("ROLLBACK TO SAVEPOINT schemasync_question; RELEASE SAVEPOINT schemasync_question")?;
    // A text that is not there was not understood as it was meant.
    Ok(answer.ok().and_then(|texts| texts.into_iter().collect()))
}
