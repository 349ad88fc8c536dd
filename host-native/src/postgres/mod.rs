//! Live PostgreSQL. What is asked and what the answers mean is decided in the core; here it is only sent.

pub mod catalog;
pub mod connect;
