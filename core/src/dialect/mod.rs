//! One folder a dialect, with the same file names in each.

pub mod postgres;
