//! Lines and indentation of printed queries. While a query is printed its lines are only marked, because it may turn out
//! to stand inside of another; when all is printed the marks become lines.

/// A new line at the depth in force.
pub(super) const LINE: char = '\u{1}';
/// One deeper from here.
pub(super) const IN: char = '\u{2}';
/// One less deep from here.
pub(super) const OUT: char = '\u{3}';

/// Makes lines of the marks.
pub(super) fn lay_out(text: &str) -> String {
    if !text.contains([LINE, IN, OUT]) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() * 2);
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            LINE => {
                out.push('\n');
                out.extend(std::iter::repeat_n("    ", depth));
            }
            IN => depth += 1,
            OUT => depth = depth.saturating_sub(1),
            c => out.push(c),
        }
    }
    out
}
