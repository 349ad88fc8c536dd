//! PostgreSQL.

pub mod canon;
pub mod depend;
pub mod expand;
pub mod lex;
pub mod names;
pub mod parse;
pub mod privileges;
pub mod planner;
pub mod render;
pub mod split;
