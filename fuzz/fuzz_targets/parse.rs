//! Any text can be parsed: the answer is a schema and diagnostics whose places lie in the text, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schemasync_core::source::Source;

fuzz_target!(|text: &str| {
    let sources = [Source::new("fuzz.sql", text)];
    for diagnostic in schemasync_core::parse(&sources).diagnostics {
        let _ = diagnostic.render(&sources);
        if let Some(span) = diagnostic.span {
            assert!(span.start <= span.end && span.end as usize <= text.len(), "{diagnostic:?}");
        }
    }
});
