//! What happens while a plan is carried out, told as it happens. How it looks is the teller's business.

use schemasync_core::plan::Step;
use std::time::Duration;

/// What happens.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// A step begins: its number from 1, how many there are.
    Begins(usize, usize, &'a Step),
    /// The step that began is done, after so long.
    Done(Duration),
    /// The step that began did not come to its end.
    Broken,
    /// A transaction did not get its locks: begun again after a pause, the tries so far, who is in the way.
    Again(Duration, u32, &'a str),
    /// The outcome is compared with what is wanted.
    Verifying,
    /// A transaction is committed.
    Committed,
    /// Something that is neither: who is waited for, what an earlier run left.
    Note(&'a str),
}

/// Somebody who is told.
pub trait Watch {
    /// Something happens.
    fn tell(&mut self, event: Event<'_>);
}

/// Nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Watch for Silent {
    fn tell(&mut self, _: Event<'_>) {}
}
