//! Sorted blocks of entries: a B-tree of two levels. As far as the core uses them, its methods are those of the standard
//! library's maps and sets, with the same answers in the same order.

mod map;
mod set;
#[cfg(test)]
mod tests;

pub use map::BTreeMap;
pub use set::BTreeSet;
