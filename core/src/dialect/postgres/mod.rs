//! PostgreSQL.

pub mod canon;
pub mod lex;
pub mod parse;
pub mod privileges;
pub mod split;
