//! PostgreSQL.

pub mod lex;
pub mod parse;
pub mod split;
