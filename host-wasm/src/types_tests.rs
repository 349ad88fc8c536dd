//! The names in `npm/index.d.ts` are those of the Rust types, all of them. (That its fields are, too, is seen on the answers
//! to every case, in `tests/wasm/types.test.mjs`.)

#![allow(clippy::panic)]

use crate::asked::{Managed, Unsupported};
use crate::comparing::Format;
use crate::parsing::Form;
use schemasync_core::diagnostic::Level;
use schemasync_core::model::{Action, Kind};
use schemasync_core::plan::{ChangeType, Severity, Transactional, Verb};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

const TYPES: &str = include_str!("../npm/index.d.ts");

/// The names of the variants, which serde tells whom it does not understand.
fn variants<T: DeserializeOwned>() -> BTreeSet<String> {
    let error = serde_json::from_str::<T>("\"?\"").err().map(|error| error.to_string()).unwrap_or_default();
    let expected = error.split_once("expected").map_or("", |(_, rest)| rest);
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The quoted names between some words of the types and the end of what they begin.
fn names(words: &str) -> BTreeSet<String> {
    let at = TYPES.find(words).unwrap_or_else(|| panic!("no `{words}` in index.d.ts"));
    let rest = &TYPES[at..];
    let mut out = BTreeSet::new();
    for (at, line) in rest.lines().enumerate() {
        let alternative = line.trim_start().starts_with("| '");
        if at > 0 && !alternative {
            break;
        }
        out.extend(line.split('\'').skip(1).step_by(2).map(str::to_owned));
    }
    out
}

#[track_caller]
fn check<T: DeserializeOwned>(words: &str) {
    let variants = variants::<T>();
    assert!(!variants.is_empty());
    pretty_assertions::assert_eq!(names(words), variants, "{words}");
}

#[test]
fn names_are_the_same() {
    check::<Kind>("export type Kind =");
    check::<Level>("export type Level =");
    check::<Severity>("export type Severity =");
    check::<ChangeType>("export type ChangeType =");
    check::<Action>("export type Action =");
    check::<Managed>("export type Managed =");
    check::<Unsupported>("  unsupported?:");
    check::<Verb>("  verb:");
    check::<Transactional>("  transactional: 'yes'");
    check::<Form>("  format?: 'sql' | 'json' | 'files'");
    check::<Format>("plan: Plan | string, format?:");
}
