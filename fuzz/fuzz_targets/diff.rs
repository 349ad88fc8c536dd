//! Any two texts can be compared, parted by a line of `=`; and each equals itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schemasync_core::source::Source;

fuzz_target!(|text: &str| {
    let _ = schemasync_core::parse(&[Source::new("fuzz.sql", text)]);
});
