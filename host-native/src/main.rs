//! The `schemasync` command. All it does lives in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    schemasync::main(std::env::args_os())
}
