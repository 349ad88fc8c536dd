//! The model: a [`Schema`] is a flat map from [`ObjectId`] to [`Object`], the same for every dialect.
//!
//! Plain data with public fields. How it is read, compared, planned and printed lives to the right of it.

mod column_type;
mod constraint;
mod holder;
mod id;
mod index;
mod object;
mod order;
mod parameters;
mod privilege;
mod routine;
mod schema;
mod sequence;
mod table;
mod text;
mod texts;
mod trigger;
mod types;
mod view;

pub use column_type::*;
pub use constraint::*;
pub use holder::*;
pub use id::*;
pub use index::*;
pub use object::*;
pub use parameters::*;
pub use privilege::*;
pub use routine::*;
pub use schema::*;
pub use sequence::*;
pub use table::*;
pub use text::*;
pub use trigger::*;
pub use types::*;
pub use view::*;
