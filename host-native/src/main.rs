//! The `schemasync` command.
fn main() {}
