//! The `schemasync` command. All it does lives in the library.

use std::process::ExitCode;

/// A schema is made of very many small pieces, which this one hands out and takes back in half the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    schemasync::main(std::env::args_os())
}
