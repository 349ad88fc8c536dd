//! PostgreSQL.

pub mod lex;
pub mod split;
