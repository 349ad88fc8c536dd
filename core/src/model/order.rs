//! The order of names: that of their bytes, as `str` has it. Ids are compared more often than anything else is done, and
//! WebAssembly's `memcmp` goes byte by byte; this goes by eights.

use std::cmp::Ordering;

/// How a name stands to another.
#[inline]
pub(super) fn names(a: &str, b: &str) -> Ordering {
    let common = a.len().min(b.len());
    let (left, right) = (&a.as_bytes()[..common], &b.as_bytes()[..common]);
    let order = match (left.last_chunk::<8>(), right.last_chunk::<8>()) {
        (Some(left_end), Some(right_end)) => long(left, right, (*left_end, *right_end)),
        _ => short(left, right),
    };
    order.then(a.len().cmp(&b.len()))
}

/// Names of the same length, of eight bytes or more; the last eight may have been looked at before.
#[inline]
fn long(left: &[u8], right: &[u8], ends: ([u8; 8], [u8; 8])) -> Ordering {
    for (x, y) in left.as_chunks::<8>().0.iter().zip(right.as_chunks::<8>().0) {
        if x != y {
            return u64::from_be_bytes(*x).cmp(&u64::from_be_bytes(*y));
        }
    }
    u64::from_be_bytes(ends.0).cmp(&u64::from_be_bytes(ends.1))
}

/// Names of the same length, of less than eight bytes: as one number each.
#[inline]
fn short(left: &[u8], right: &[u8]) -> Ordering {
    let number = |bytes: &[u8]| match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            (u64::from(u32::from_be_bytes(*first)) << 32) | u64::from(u32::from_be_bytes(*last))
        }
        _ => bytes.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)),
    };
    number(left).cmp(&number(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_texts_are_ordered() {
        let words =
            ["", "a", "ab", "abcdefg", "abcdefgh", "abcdefgha", "abcdefghz", "abcdefgi", "abcdefghabcdefgh"];
        let more =
            ["abcdefghabcdefghi", "ä", "abcdefgä", "abcdefgäabc", "z", "abcdeфgh", "aaaaaaaaz", "zaaaaaaaa"];
        let short = ["abc", "abd", "abcd", "abce", "abcdef", "abcdez", "abzdef", "public", "publiz", "pub"];
        let all = || words.iter().chain(&more).chain(&short);
        for a in all() {
            for b in all() {
                assert_eq!(names(a, b), a.cmp(b), "{a} {b}");
            }
        }
    }
}
