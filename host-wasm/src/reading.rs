//! Sides, read. One of each name is remembered: who types in one text asks again and again about both, and each question
//! needs what the text says.

use crate::asked::{Flags, Place};
use schemasync_core::side::{Limits, Side};
use schemasync_core::source::Source;
use std::cell::RefCell;
use std::rc::Rc;

/// Two sides.
const MOST: usize = 2;

thread_local! {
    /// The last one first.
    static RECENT: RefCell<Vec<Rc<Read>>> = const { RefCell::new(Vec::new()) };
}

/// A side with the sources that its diagnostics speak of.
pub(crate) struct Read {
    pub(crate) sources: Vec<Source>,
    document: bool,
    limits: Limits,
    pub(crate) side: Side,
}

impl Place {
    /// What is there.
    pub(crate) fn read(self, flags: &Flags) -> Rc<Read> {
        let (sources, document) = self.sources();
        let limits = flags.limits();
        RECENT.with_borrow_mut(|recent| {
            let same = |read: &Rc<Read>| {
                read.document == document && read.limits == limits && read.sources == sources
            };
            let read = match recent.iter().position(same) {
                Some(at) => recent.remove(at),
                None => {
                    // What it takes the place of goes first: there may not be room for both.
                    recent.retain(|read| !read.has_the_names_of(&sources));
                    recent.truncate(MOST - 1);
                    Rc::new(Read::new(sources, document, limits))
                }
            };
            recent.insert(0, read.clone());
            read
        })
    }
}

impl Read {
    fn new(sources: Vec<Source>, document: bool, limits: Limits) -> Self {
        let side = match sources.as_slice() {
            [source] if document => Side::of_document(source, &limits),
            sources => Side::of_ddl(sources, &limits),
        };
        Read { sources, document, limits, side }
    }

    fn has_the_names_of(&self, sources: &[Source]) -> bool {
        self.sources.iter().map(|source| &source.name).eq(sources.iter().map(|source| &source.name))
    }
}
