//! The order of names: that of their bytes, as `str` has it. Ids are compared more often than anything else is done, and
//! WebAssembly's `memcmp` goes byte by byte; this goes by eights.

use std::cmp::Ordering;

/// How a name stands to another.
pub(super) fn names(a: &str, b: &str) -> Ordering {
    let ((left, left_rest), (right, right_rest)) =
        (a.as_bytes().as_chunks::<8>(), b.as_bytes().as_chunks::<8>());
    for (x, y) in left.iter().zip(right) {
        if u64::from_le_bytes(*x) != u64::from_le_bytes(*y) {
            return u64::from_be_bytes(*x).cmp(&u64::from_be_bytes(*y));
        }
    }
    match left.len().cmp(&right.len()) {
        Ordering::Equal => left_rest.cmp(right_rest),
        Ordering::Less => left_rest.cmp(right[left.len()].as_slice()),
        Ordering::Greater => left[right.len()].as_slice().cmp(right_rest),
    }
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
        for a in words.iter().chain(&more) {
            for b in words.iter().chain(&more) {
                assert_eq!(names(a, b), a.cmp(b), "{a} {b}");
            }
        }
    }
}
