//! Sequences, and the options that identity columns share with them.

use super::relation;
use crate::model::{ObjectId, Sequence};

/// `CREATE SEQUENCE ...`.
pub fn create(id: &ObjectId, sequence: &Sequence) -> String {
    let unlogged = if sequence.unlogged { "UNLOGGED " } else { "" };
    let ty = if sequence.ty == "bigint" { String::new() } else { format!(" AS {}", sequence.ty) };
    format!("CREATE {unlogged}SEQUENCE {}{ty}{}", relation(id), lead(&options(sequence)))
}

fn lead(options: &[String]) -> String {
    options.iter().map(|option| format!(" {option}")).collect()
}

/// The bounds that PostgreSQL gives a sequence of a type and direction.
pub fn bounds(ty: &str, increment: i64) -> (i64, i64) {
    let (least, most) = match ty {
        "smallint" => (i64::from(i16::MIN), i64::from(i16::MAX)),
        "integer" => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => (i64::MIN, i64::MAX),
    };
    if increment < 0 { (least, -1) } else { (1, most) }
}

/// The options that are not what PostgreSQL would choose.
pub fn options(of: &Sequence) -> Vec<String> {
    let mut out = Vec::new();
    let (min, max) = bounds(&of.ty, of.increment);
    if of.increment != 1 {
        out.push(format!("INCREMENT BY {}", of.increment));
    }
    if of.min != min {
        out.push(format!("MINVALUE {}", of.min));
    }
    if of.max != max {
        out.push(format!("MAXVALUE {}", of.max));
    }
    if of.start != if of.increment < 0 { of.max } else { of.min } {
        out.push(format!("START WITH {}", of.start));
    }
    if of.cache != 1 {
        out.push(format!("CACHE {}", of.cache));
    }
    if of.cycle {
        out.push("CYCLE".into());
    }
    out
}

/// The options in which two sequences differ, as ALTER takes them.
pub fn changes(from: &Sequence, to: &Sequence) -> Vec<String> {
    let mut out = Vec::new();
    let kept = bounds(&from.ty, from.increment) == (from.min, from.max);
    let wanted = bounds(&to.ty, to.increment) == (to.min, to.max);
    if from.ty != to.ty {
        out.push(format!("AS {}", to.ty));
    }
    if from.increment != to.increment {
        out.push(format!("INCREMENT BY {}", to.increment));
    }
    // A change of type moves bounds that are the type's own along by itself.
    let moves = from.ty != to.ty && kept && wanted && (from.increment < 0) == (to.increment < 0);
    if from.min != to.min && !moves {
        out.push(format!("MINVALUE {}", to.min));
    }
    if from.max != to.max && !moves {
        out.push(format!("MAXVALUE {}", to.max));
    }
    if from.start != to.start {
        out.push(format!("START WITH {}", to.start));
    }
    if from.cache != to.cache {
        out.push(format!("CACHE {}", to.cache));
    }
    if from.cycle != to.cycle {
        out.push(if to.cycle { "CYCLE".into() } else { "NO CYCLE".into() });
    }
    out
}
