//! Decimal numbers as they are written, exactly. What `double precision` and `real` make of them lives in
//! `canon/literal/float.rs`.

use std::cmp::Ordering;

/// `digits` times ten to the power of `exponent`. Neither the first nor the last digit is a zero; zero has no digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) negative: bool,
    pub(super) digits: String,
    pub(super) exponent: i32,
}

impl Decimal {
    /// What a number says: a sign, digits with a point, an exponent.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let exponent = exponent.parse::<i32>().ok().filter(|exponent| exponent.abs() <= 1000)?;
        let digits = all.trim_end_matches('0');
        let exponent = exponent + i32::try_from(whole.len()).ok()? - i32::try_from(digits.len()).ok()?;
        let digits = digits.trim_start_matches('0').to_owned();
        Some(Decimal { negative, exponent: if digits.is_empty() { 0 } else { exponent }, digits })
    }

    /// The power of ten of its first digit.
    pub(super) fn power(&self) -> i32 {
        self.exponent + self.digits.len() as i32 - 1
    }

    /// Without an exponent, with no more digits than it has.
    pub(super) fn plain(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let ahead = (-self.power()).clamp(0, 2000) as usize;
        let behind = self.exponent.clamp(0, 2000) as usize;
        let digits = ["0".repeat(ahead), self.digits.clone(), "0".repeat(behind)].concat();
        let (whole, fraction) =
            digits.split_at_checked((self.power().max(0) + 1) as usize).unwrap_or((&digits, ""));
        match (whole, fraction) {
            ("", _) => format!("{sign}0"),
            (whole, "") => format!("{sign}{whole}"),
            (whole, fraction) => format!("{sign}{whole}.{fraction}"),
        }
    }

    fn magnitude(&self, other: &Self) -> Ordering {
        let zero = |decimal: &Self| decimal.digits.is_empty();
        match (zero(self), zero(other)) {
            (false, false) => self.power().cmp(&other.power()).then_with(|| self.digits.cmp(&other.digits)),
            (left, right) => right.cmp(&left),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let below = |decimal: &Self| decimal.negative && !decimal.digits.is_empty();
        match (below(self), below(other)) {
            (false, false) => self.magnitude(other),
            (true, true) => other.magnitude(self),
            (left, right) => right.cmp(&left),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain() {
        let check = |text: &str, expected: &str| assert_eq!(Decimal::read(text).unwrap().plain(), expected);
        check("1", "1");
        check("+001.500", "1.5");
        check("-.25", "-0.25");
        check("12e2", "1200");
        check("12.5E-3", "0.0125");
        check("0.00", "0");
        check("100", "100");
        assert_eq!(
            Decimal::read("1_0").or(Decimal::read(".")).or(Decimal::read("inf")).or(Decimal::read("")),
            None
        );
    }

    #[test]
    fn order() {
        let numbers = ["-20", "-3.5", "-0.1", "0", "0.001", "0.01", "0.015", "9", "9.5", "10", "99e3"];
        let read: Vec<_> = numbers.iter().map(|text| Decimal::read(text).unwrap()).collect();
        assert!(read.is_sorted());
        assert_eq!(Decimal::read("1.0"), Decimal::read("1"));
    }
}
