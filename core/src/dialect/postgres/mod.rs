//! PostgreSQL.

pub mod attached;
pub mod canon;
pub mod catalog;
mod decimal;
pub mod definition;
pub mod depend;
pub mod expand;
mod extension_path;
mod implied;
pub mod lex;
pub mod lineage;
pub mod managed;
pub mod meta;
pub mod names;
pub mod parse;
pub mod planner;
pub mod privileges;
mod qualify;
pub mod remade;
pub mod rename;
pub mod render;
mod roles;
pub mod settle;
pub mod sound;
pub mod split;
mod taken;
mod unsaid;
