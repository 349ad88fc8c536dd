//! The engine under test, the way the tests call it.
