//! One form for what PostgreSQL says in two ways: the text a person wrote and the text the catalog gives back.

pub mod builtin;
pub mod escapes;
pub mod lex;
mod parse;
pub mod types;
