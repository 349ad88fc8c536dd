//! What the core cannot tell by itself, asked of the server: all questions in one round trip, each taken back when it is
//! answered, all of it rolled back. What is asked, and what follows from the answers, is the core's business.

use super::fault::{Fault, Kind};
use super::session::Session;
use crate::failure::Failure;
use ::postgres::SimpleQueryMessage;
use schemasync_core::dialect::postgres::catalog;
use schemasync_core::dialect::postgres::settle::Answers;
use schemasync_core::model::{ObjectId, Schema};
use schemasync_core::options::Options;
use schemasync_core::pair::Pair;
use schemasync_core::{Compared, Question, Share};
use std::collections::BTreeMap;

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

/// Puts one question after the other, however many there are, and takes each back. It goes with the transaction.
const ASK: &str = "
    CREATE FUNCTION pg_temp.schemasync_answers(statements text[], asks text[])
    RETURNS TABLE (question integer, texts text[]) LANGUAGE plpgsql AS $$
    BEGIN
        FOR at IN 1 .. cardinality(asks) LOOP
            texts := NULL;
            BEGIN
                EXECUTE statements[at];
                EXECUTE asks[at] INTO texts;
                RAISE EXCEPTION 'taken back';
            EXCEPTION
                WHEN lock_not_available THEN SET LOCAL lock_timeout = '10ms';
                WHEN OTHERS THEN NULL;
            END;
            question := at;
            RETURN NEXT;
        END LOOP;
    END $$";

/// Nobody waits long for answers: a lock that is not to be had is an answer not given, and the next is not waited for.
fn limits(questions: usize) -> String {
    let all = 10_000 + 100 * questions;
    format!(
        "SET LOCAL standard_conforming_strings = on; SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = {all}"
    )
}

fn asked(session: &mut Session, questions: &[Question], begin: &str, end: &str) -> Result<Answers, Failure> {
    if questions.is_empty() {
        return Ok(Answers::new());
    }
    let statements = array(questions.iter().map(|question| question.statements.join(";\n")));
    let asks = array(questions.iter().map(|question| question.ask.clone()));
    let sql = format!(
        "{begin}; {}; {}; {ASK};
        SELECT question, unnest(texts) FROM pg_temp.schemasync_answers({statements}, {asks}); {end}",
        catalog::SESSION.join("; "),
        limits(questions.len())
    );
    let client = &mut session.client;
    let messages = session.interrupt.during(|| match client.simple_query(&sql).map_err(Fault::from) {
        Err(fault) if fault.kind != Kind::Lost => {
            client.batch_execute(end).map(|()| Vec::new()).map_err(Fault::from)
        }
        messages => messages,
    })?;
    Ok(told(questions, &messages))
}

/// The answers in what the server sent: a row a text. One that is not there was not understood as it was meant.
fn told(questions: &[Question], messages: &[SimpleQueryMessage]) -> Answers {
    let mut texts: BTreeMap<&ObjectId, Option<Vec<String>>> = BTreeMap::new();
    for message in messages {
        let SimpleQueryMessage::Row(row) = message else { continue };
        let number: usize = row.get(0).and_then(|number| number.parse().ok()).unwrap_or_default();
        let Some(question) = number.checked_sub(1).and_then(|at| questions.get(at)) else { continue };
        let answer = texts.entry(&question.object).or_insert_with(|| Some(Vec::new()));
        match row.get(1) {
            Some(text) => answer.iter_mut().for_each(|texts| texts.push(text.to_owned())),
            None => *answer = None,
        }
    }
    texts.into_iter().filter_map(|(object, texts)| Some((object.clone(), texts?))).collect()
}

fn array(texts: impl Iterator<Item = String>) -> String {
    format!("ARRAY[{}]::text[]", texts.map(|text| quoted(&text)).collect::<Vec<_>>().join(", "))
}

/// A constant that means the text whatever the session takes a backslash for.
fn quoted(text: &str) -> String {
    let mut tag = "$$".to_owned();
    let mut number = 0;
    while format!("{text}{tag}").find(&tag) != Some(text.len()) {
        number += 1;
        tag = format!("$q{number}$");
    }
    format!("{tag}{text}{tag}")
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_ends_a_constant_but_its_end() {
        assert_eq!(quoted("a'\\"), "$$a'\\$$");
        assert_eq!(quoted("a$$b"), "$q1$a$$b$q1$");
        assert_eq!(quoted("a$"), "$q1$a$$q1$");
        assert_eq!(quoted("$$ $q1"), "$q2$$$ $q1$q2$");
    }
}
