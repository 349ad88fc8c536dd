//! What the planner asks of a dialect. The planner itself knows no kinds and no SQL.

use super::memo::Memo;
use super::step::{Shape, Step};
use crate::collections::BTreeSet;
use crate::model::{Object, ObjectId, Schema};
use crate::options::Options;
use crate::pair::Pair;
use std::borrow::Cow;

/// What a dialect may look at: both schemas (current names already renamed), the options, what it found out already.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Both sides.
    pub schemas: Pair<&'a Schema>,
    /// What the user said.
    pub options: &'a Options,
    /// Relations on which nothing may stand apart from what else is done, for something would be missing meanwhile.
    pub blunt: &'a BTreeSet<ObjectId>,
    /// What was found out before.
    pub memo: &'a Memo,
}

impl Context<'_> {
    /// Whether a relation is made by this plan, so that nobody can be using it yet and it holds no rows.
    pub fn is_new(&self, id: &ObjectId) -> bool {
        !self.schemas.current.contains(id)
    }
}

/// How an object becomes what is wanted.
#[derive(Clone, Debug)]
pub enum Alteration {
    /// By these steps; nobody else is touched.
    InPlace(Vec<Step>),
    /// By these steps, which only add: who does without the object from now on need not make way before.
    Adding(Vec<Step>),
    /// By these steps, and what depends on the named objects has to be dropped before them and made again after.
    Disturbing(Vec<Step>, Vec<ObjectId>),
    /// The same where what is rebuilt under the named objects is so new that nothing written against the old can stay.
    Rebuilding(Vec<Step>, Vec<ObjectId>),
    /// By dropping and creating it.
    Replace,
}

/// What an object that stays gives up while something it stands on gives way, and takes back when that is there again.
#[derive(Clone, Debug, Default)]
pub struct Yielding {
    /// The steps before; what of the object's own changes is for then is among them.
    pub before: Vec<Step>,
    /// The steps after.
    pub after: Vec<Step>,
    /// What is given up and has no entry of its own: what is said of it has to be said again.
    pub parts: Vec<ObjectId>,
}

/// How binding an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Only for a nicer plan: given up first.
    Wish,
    /// The server can be told to do without (bodies it need not check): given up to break a cycle.
    Soft,
    /// The server refuses otherwise.
    Hard,
}

/// That an object needs another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// What it needs.
    pub on: ObjectId,
    /// How much.
    pub strength: Strength,
    /// Why, as the end of a sentence: `the view reads it`.
    pub reason: Cow<'static, str>,
}

impl Dependency {
    /// A dependency the server enforces.
    pub fn hard(on: ObjectId, reason: &'static str) -> Self {
        Dependency { on, strength: Strength::Hard, reason: reason.into() }
    }

    /// A dependency the server can be told to overlook.
    pub fn soft(on: ObjectId, reason: &'static str) -> Self {
        Dependency { on, strength: Strength::Soft, reason: reason.into() }
    }
}

/// What becomes of an object that another one stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disturbance {
    /// It is dropped and does not come back under its id.
    Dropped,
    /// It is dropped and made again, or something else takes its name.
    Replaced,
    /// It is altered in a way the server refuses while others depend on it.
    Changed,
    /// It stays what it is by name, but is another thing to the server: a column goes over to a rebuilt type.
    Rebuilt,
}

/// Whether a part is written in the statement of what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Always: it has no statement of its own there.
    Always,
    /// Where the order allows it.
    IfPossible,
    /// It is a statement of its own.
    Never,
}

/// Where an object stands in a plan as people write it, as far as nothing else decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Kinds in the order people write them.
    pub rank: u16,
    /// The relation it belongs to, or itself.
    pub schema: String,
    /// Its name.
    pub relation: String,
    /// Order of the sorts of parts inside a relation.
    pub sub: u16,
    /// Order among its like (columns by position).
    pub order: u32,
}

/// A dialect's part in planning.
pub trait Rules {
    /// The steps that make an object of the desired side; `None` if the dialect cannot.
    fn create(&self, cx: &Context<'_>, id: &ObjectId, object: &Object) -> Option<Vec<Step>>;
    /// The steps that drop an object of the current side; `None` if the dialect cannot.
    fn drop(&self, cx: &Context<'_>, id: &ObjectId, object: &Object) -> Option<Vec<Step>>;
    /// How an object that differs becomes what is wanted; `None` if the dialect cannot.
    fn alter(&self, cx: &Context<'_>, id: &ObjectId, objects: Pair<&Object>) -> Option<Alteration>;
    /// Objects that may be the same on both sides and still have to be dropped and made again.
    fn made_anew(&self, cx: &Context<'_>) -> Vec<ObjectId>;
    /// What an object of a schema needs; what it belongs to need not be said.
    fn dependencies(&self, schema: &Schema, id: &ObjectId, object: &Object) -> Vec<Dependency>;
    /// What has to be altered before an object is, though it does not need it.
    fn waits_for(&self, cx: &Context<'_>, id: &ObjectId) -> Vec<Dependency>;
    /// Whether a dependent has to be dropped and made again when what it stands on gives way.
    fn yields(&self, cx: &Context<'_>, dependent: &ObjectId, on: &ObjectId, how: Disturbance) -> bool;
    /// What a dependent gives up for a while where it need not be made anew itself; `None` if nothing has to.
    fn gives_up(
        &self,
        cx: &Context<'_>,
        dependent: &ObjectId,
        on: &ObjectId,
        how: Disturbance,
    ) -> Option<Yielding>;
    /// The names an object takes, of which there can be only one at a time.
    fn slots(&self, id: &ObjectId, object: &Object) -> Vec<String>;
    /// Whether an object guards the rows of what it belongs to: it goes no sooner than another one has come there.
    fn guards(&self, object: &Object) -> bool;
    /// Places where the server gives names of its own, numbered where others have them: an object that goes clears them
    /// (`made` is false) before one that is made there.
    fn rooms(&self, cx: &Context<'_>, id: &ObjectId, object: &Object, made: bool) -> Vec<String>;
    /// Where it stands.
    fn place(&self, schema: &Schema, id: &ObjectId) -> Place;
    /// Whether a new part is written in the statement that makes what it belongs to (`parent` has a node of its own).
    fn folds(&self, cx: &Context<'_>, parent: &ObjectId, child: &ObjectId, object: &Object) -> Fold;
    /// What an object goes with when that is dropped, nearest first; the server asks for no CASCADE there.
    fn goes_with(&self, schema: &Schema, id: &ObjectId, object: &Object) -> Vec<ObjectId>;
    /// Groups of objects that the statement making a thing can make along, each as a whole or not at all: the sequence
    /// of a `serial` column, the column's default and the sequence's owner.
    fn along(&self, cx: &Context<'_>, id: &ObjectId) -> Vec<Vec<ObjectId>>;
    /// The statement that makes a thing with these parts, for a step that was left open.
    fn write(&self, cx: &Context<'_>, id: &ObjectId, parts: &BTreeSet<ObjectId>) -> (String, Shape);
    /// The setting under which the server overlooks that something softly needed is not there yet.
    fn overlooking(&self, object: &Object) -> Option<&'static str>;
    /// Several actions under one head.
    fn fold_actions(&self, head: &str, actions: &[String]) -> String;
}
