//! Questions for a live server, and what follows from its answers: where `canon/` finds two texts different or cannot
//! tell, PostgreSQL itself says what it makes of the desired one. One file a group of kinds.
//!
//! A question makes the desired object under a name of its own in the temporary schema, reads its texts back and is
//! rolled back: nothing is left, no shadow database is needed, only the TEMP privilege. Asking is the host's business.
//! Texts that come back as the current ones get the desired words on both sides, so that nothing after sees a difference.

mod relation;
mod routine;
mod types;

use super::canon;
use super::canon::schema::Share;
use super::lex::tokens;
use super::rename;
use super::render::{ident, literal};
use crate::collections::{BTreeMap, BTreeSet};
use crate::model::{Object, ObjectId, Schema, SqlText};
use crate::options::Options;
use crate::pair::Pair;
use serde::Serialize;
use std::borrow::Cow;

/// What to ask a server of one object. Each question is asked in a savepoint of its own that is rolled back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The object.
    pub object: ObjectId,
    /// Statements to run first, in their order. Where one fails, there is no answer: what the desired text needs is not
    /// there yet, so it cannot mean what the current one means.
    pub statements: Vec<String>,
    /// A query that gives one row with one `text[]`: the texts of the object as the server prints them.
    pub ask: String,
}

/// What a server answered: its own text for each of the object's texts, in their order.
pub type Answers = BTreeMap<ObjectId, Vec<String>>;

/// How a question makes the desired object, and how it reads each of the object's texts back, in their order.
struct Made {
    statements: Vec<String>,
    asks: Vec<String>,
}

/// What a comparison finds without the server.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// What to ask the server that the current schema was read from: all that stands on both sides in other words.
    pub questions: Vec<Question>,
    /// What of the current schema means the same as the desired one, in the desired words.
    alike: Vec<canon::schema::Change>,
}

impl Compared {
    /// Takes in what was found of another share.
    pub fn join(&mut self, other: Compared) {
        self.alike.extend(other.alike);
        self.questions.extend(other.questions);
        self.questions.sort_by(|a, b| a.object.cmp(&b.object));
    }

    /// Takes what was found to be the same into the schema that was compared, so that planning need not find it again; the
    /// next time, what was there before.
    pub fn swap(&mut self, current: &mut Schema) {
        self.alike = canon::schema::apply(current, std::mem::take(&mut self.alike));
    }
}

/// Compares a share of the objects, and says what is left to ask.
pub fn compared(pair: Pair<&Schema>, options: &Options, share: Share) -> Compared {
    let current = rename::renamed(pair, options).current;
    let now = Pair::new(current.as_ref(), pair.desired);
    let (alike, _) = canon::schema::changes_of(now, share);
    let changed: BTreeMap<&ObjectId, Option<&Object>> =
        alike.iter().map(|(id, object)| (id, object.as_ref())).collect();
    let differs = |id: &ObjectId, objects: Pair<&Object>| {
        let current = changed.get(id).copied().unwrap_or(Some(objects.current));
        current.is_some_and(|current| texts_differ(current, objects.desired))
    };
    let questions: Vec<Question> = canon::schema::on_both(now, share)
        .filter(|(id, objects)| pair.current.contains(id) && differs(id, *objects))
        .filter_map(|(id, objects)| question(pair.desired, id, objects.desired))
        .collect();
    // An answer is compared with the server's own words; and what has another name by now is not found under its old one.
    let asked: BTreeSet<&ObjectId> = questions.iter().map(|question| &question.object).collect();
    let is_renamed = matches!(current, Cow::Owned(_));
    // `*` means the columns of its own side, in their order there: such words stay where they are.
    let stars = |object: &Option<Object>| object.as_ref().is_some_and(canon::schema::has_star);
    let mut alike = alike;
    alike.retain(|(id, object)| !is_renamed && !asked.contains(id) && !stars(object));
    Compared { questions, alike }
}

/// What the answers say is the same gets the desired words in the current schema, as the server printed it.
pub fn settle(current: &mut Schema, desired: &Schema, answers: &Answers) {
    for (id, answers) in answers {
        let (Some(was), Some(wanted)) = (current.objects.get_mut(id), desired.objects.get(id)) else {
            continue;
        };
        let words = texts(wanted);
        if texts(was).len() != words.len() || words.len() != answers.len() {
            continue;
        }
        let (mut words, mut answers) = (words.into_iter(), answers.iter());
        let mut all = true;
        was.for_texts(&mut |text| match (words.next(), answers.next()) {
            (Some(word), Some(answer)) if same(&text.text, answer) => *text = word,
            _ => all = false,
        });
        // A query says the names of its columns itself when the server prints it.
        if let (true, Object::View(was), Object::View(wanted)) = (all, was, wanted) {
            was.columns.clone_from(&wanted.columns);
        }
    }
}

fn texts_differ(current: &Object, desired: &Object) -> bool {
    if current == desired {
        return false;
    }
    let (current, desired) = (texts(current), texts(desired));
    current.len() == desired.len() && current.iter().zip(&desired).any(|(a, b)| a != b)
}

/// The texts of an object, in their order.
fn texts(object: &Object) -> Vec<SqlText> {
    let mut out = Vec::new();
    object.clone().for_texts(&mut |text| out.push(text.clone()));
    out
}

fn question(schema: &Schema, id: &ObjectId, object: &Object) -> Option<Question> {
    let made = match object {
        Object::View(view) => relation::view(view),
        Object::Default(default) => relation::default(id, default),
        Object::Column(column) => relation::generated(id, column)?,
        Object::Constraint(constraint) => relation::constraint(id, constraint)?,
        Object::Index(index) => relation::index(id, index),
        Object::Policy(policy) => relation::policy(id, policy),
        Object::Trigger(trigger) => relation::trigger(id, trigger)?,
        Object::Domain(domain) => types::domain(domain),
        Object::Routine(routine) => routine::routine(routine),
        _ => return None,
    };
    let path = texts(object).first().map(|text| text.path.clone()).unwrap_or_default();
    let mut names: Vec<&str> = path.iter().map(String::as_str).collect();
    // Our own statements leave `public` out.
    if !names.contains(&"public") && schema.objects.keys().any(|id| id.schema == "public") {
        names.push("public");
    }
    let path = names.into_iter().map(ident).collect::<Vec<_>>().join(", ");
    let mut statements =
        vec![format!("SET LOCAL search_path TO {}", if path.is_empty() { "''" } else { &path })];
    statements.extend(made.statements);
    statements.push("SET LOCAL search_path TO ''".to_owned());
    let asks: Vec<String> = made.asks.iter().map(|ask| format!("({ask})")).collect();
    Some(Question {
        object: id.clone(),
        statements,
        ask: format!("SELECT ARRAY[{}]::text[]", asks.join(", ")),
    })
}

/// A name in the temporary schema.
fn temporary(name: &str) -> String {
    format!("pg_temp.{}", ident(name))
}

/// The `regclass` of a relation in the temporary schema.
fn regclass(name: &str) -> String {
    format!("{}::pg_catalog.regclass", literal(&temporary(name)))
}

/// Whether two texts of the server say the same: token for token, whatever the blanks and what stands around the whole.
fn same(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let mut words: Vec<String> = tokens(text).iter().map(|token| token.text(text).to_owned()).collect();
        while words.last().is_some_and(|word| word == ";") {
            words.pop();
        }
        while enclosed(&words) {
            words.pop();
            words.remove(0);
        }
        words
    };
    words(a) == words(b)
}

/// Whether one pair of parentheses stands around all of it.
fn enclosed(words: &[String]) -> bool {
    let mut depth = 0_usize;
    for (at, word) in words.iter().enumerate() {
        match word.as_str() {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at > 0 && at + 1 == words.len();
        }
    }
    false
}
