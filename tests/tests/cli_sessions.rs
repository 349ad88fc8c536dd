//! The command as its users meet it: `tests/cli/*.txt` are sessions with the files they start from, what is typed, and
//! what comes back. `UPDATE=1` writes what comes back, `SESSION=name` picks some.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_tests::session::{check, program, sessions};

#[test]
fn sessions_go_as_written() {
    let paths = sessions("cli");
    let program = program();
    assert!(!paths.is_empty(), "no session in tests/cli");
    let faults: Vec<String> =
        paths.iter().filter_map(|path| check(path, &program, &|_, _| {}, &|text| text)).collect();
    println!("{} sessions", paths.len());
    assert!(faults.is_empty(), "{} faults:\n\n{}", faults.len(), faults.join("\n\n"));
}
