//! Any two texts can be compared, there and back; and each equals itself. One input holds both, parted by a line of `=`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schemasync_core::options::Options;
use schemasync_core::pair::Pair;
use schemasync_core::source::Source;

fuzz_target!(|text: &str| {
    let (current, desired) = text.split_once("\n=\n").unwrap_or((text, ""));
    let parsed = [current, desired].map(|text| schemasync_core::parse(&[Source::new("fuzz.sql", text)]));
    let [current, desired] = [&parsed[0].schema, &parsed[1].schema];
    let options = Options { directives: parsed[1].renames.clone(), ..Options::default() };
    let _ = schemasync_core::plan(Pair::new(current, desired), &options).sql();
    let _ = schemasync_core::plan(Pair::new(desired, current), &Options::default()).sql();
    let same = schemasync_core::plan(Pair::new(current, current), &Options::default());
    assert!(same.is_empty(), "{}", same.sql());
});
