//! The names in `npm/index.d.ts` are those of the Rust types, all of them. (That its fields are, too, is seen on the answers
//! to every case, in `tests/wasm/types.test.mjs`.)

#![allow(clippy::panic)]

use crate::asked::{Managed, Unsupported};
use crate::comparing::Format;
use crate::parsing::Form;
use schemasync_core::diagnostic::Level;
use schemasync_core::model::{Action, Kind};
use schemasync_core::plan::{ChangeType, Severity, Transactional, Verb};
use std::collections::BTreeSet;

const TYPES: &str = include_str!("../npm/index.d.ts");

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
fn check(variants: &[&str], words: &str) {
    let variants: BTreeSet<String> = variants.iter().map(|name| (*name).to_owned()).collect();
    pretty_assertions::assert_eq!(names(words), variants, "{words}");
}

#[test]
fn names_are_the_same() {
    check(Kind::NAMES, "export type Kind =");
    check(Level::NAMES, "export type Level =");
    check(Severity::NAMES, "export type Severity =");
    check(ChangeType::NAMES, "export type ChangeType =");
    check(Action::NAMES, "export type Action =");
    check(Managed::NAMES, "export type Managed =");
    check(Unsupported::NAMES, "  unsupported?:");
    check(Verb::NAMES, "  verb:");
    check(Transactional::NAMES, "  transactional: 'yes'");
    check(Form::NAMES, "  format?: 'sql' | 'json' | 'files'");
    check(Format::NAMES, "plan: Plan | string, format?:");
}
