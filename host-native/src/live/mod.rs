//! Live PostgreSQL: from a wanted schema and a connection to a plan, and from a plan to a changed database.
//!
//! [`session`] (a connection with what must hold in it) → [`state`] (what is there) + [`target`] (what is wanted, and how
//! much of the database that is about) → [`settle`] (what the core cannot tell, the server does) → [`planned`] (the plan, as far as the user agrees) → [`apply`], which runs it under
//! [`lock`], in [`transaction`]s with [`timeouts`] and a [`verify`] before each COMMIT, writes the [`journal`] and tells a
//! [`progress::Watch`]. [`signals`] end it early; what an earlier run left behind is found by [`recover`].
//! What a change is, in which order, and its SQL: all that is the core's.

pub mod apply;
pub mod fault;
pub mod journal;
pub mod lock;
pub mod planned;
pub mod progress;
pub mod recover;
pub mod secrets;
pub mod session;
pub mod settle;
pub mod signals;
pub mod state;
pub mod target;
pub mod timeouts;
pub mod transaction;
pub mod verify;
