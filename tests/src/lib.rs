//! What the tests of Schema Sync stand on: case files, throwaway PostgreSQL servers, the oracle that judges a plan
//! on one, real schemas where they are at hand, and a generator of pairs of schemas.
//!
//! The tests themselves are in `tests/tests/`, their data in `tests/cases/`.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

pub mod case;
pub mod dump;
pub mod engine;
pub mod every_case;
pub mod fresh;
pub mod generate;
pub mod hostile;
pub mod json_schema;
pub mod live;
pub mod measure;
pub mod oracle;
pub mod oracle_live;
pub mod parallel;
pub mod realworld;
pub mod realworld_live;
pub mod rows;
pub mod server;
pub mod session;
pub mod tool;
pub mod turns;
