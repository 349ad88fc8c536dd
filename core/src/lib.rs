//! The core of Schema Sync: DDL text in, an ordered plan out. Pure: no I/O, no clock, no panic, builds for wasm32.
//!
//! Data flows one way, and a module imports only what stands before it in this list.

pub mod collections;
pub mod comparison;
pub mod diagnostic;
pub mod dialect;
pub mod diff;
pub mod estimate;
pub mod inspect;
pub mod model;
pub mod options;
pub mod pair;
pub mod plan;
pub mod plan_file;
pub mod report;
pub mod scope;
pub mod side;
pub mod snapshot;
pub mod source;
pub mod value;

pub use dialect::postgres::parse::Parsed;
pub use dialect::postgres::sound::parse;
pub use dialect::postgres::{catalog, meta};
pub use dialect::{
    Compared, Question, Share, canonical, clean_up, compared, plan, plan_back, plan_consented, questions,
};
