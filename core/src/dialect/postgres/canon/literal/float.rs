//! `double precision` and `real` as PostgreSQL prints them (float.c, `float8out`): the fewest digits that read back as the
//! same number. All in whole numbers: what a text says is known exactly, and the tables of a float parser, which weigh
//! 20 kB, are needed for none of it.

use crate::dialect::postgres::decimal::Decimal;

/// A binary format.
pub(super) struct Format {
    /// Bits of its significand.
    bits: u32,
    /// Decimals of so many digits all have numbers of their own.
    digits: usize,
    /// Powers of ten that are certainly in its range.
    range: i32,
}

pub(super) const DOUBLE: Format = Format { bits: 53, digits: 15, range: 300 };
pub(super) const SINGLE: Format = Format { bits: 24, digits: 6, range: 36 };

/// The output form, unless the text is no number or too long to be judged.
pub(super) fn canonical(text: &str, format: &Format) -> Option<String> {
    let (sign, word) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    match word.to_ascii_lowercase().as_str() {
        "nan" => return Some("NaN".to_owned()),
        "inf" | "infinity" => return Some(format!("{sign}Infinity")),
        _ => {}
    }
    let written = Decimal::read(text)?;
    if written.digits.is_empty() {
        return Some(format!("{sign}0"));
    }
    if !(-format.range..=format.range).contains(&written.power()) {
        return None;
    }
    let short = if written.digits.len() <= format.digits { written } else { shortest(&written, format)? };
    let power = short.power();
    if (-4..format.digits as i32).contains(&power) {
        return Some(short.plain());
    }
    let mut mantissa = short.digits;
    if mantissa.len() > 1 {
        mantissa.insert(1, '.');
    }
    let direction = if power < 0 { '-' } else { '+' };
    Some(format!("{sign}{mantissa}e{direction}{:02}", power.abs()))
}

/// A binary number: `significand` divided by two to the power of `shift`.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Binary {
    significand: u128,
    shift: i32,
}

/// The fewest digits that give the same binary number, and of those the ones nearest to it.
fn shortest(written: &Decimal, format: &Format) -> Option<Decimal> {
    let number = nearest(written, format)?;
    let (over, under) = scaled(number.shift)?;
    (1..=written.digits.len()).find_map(|digits| {
        // So many places behind the point.
        let places = digits as i32 - 1 - written.power();
        let (tens, parts) = power_of_ten(places)?;
        let value = number.significand.checked_mul(over)?.checked_mul(tens)?;
        let rounded = rounded(value, under.checked_mul(parts)?).to_string();
        let mut out = Decimal::read(&format!("{rounded}e{}", -places))?;
        out.negative = written.negative;
        (nearest(&out, format) == Some(number)).then_some(out)
    })
}

/// The binary number nearest to a decimal one, where 128 bits are enough to tell.
fn nearest(decimal: &Decimal, format: &Format) -> Option<Binary> {
    // What is behind so many digits decides nothing, or cannot be judged here.
    const MOST: usize = 22;
    let Some((head, tail)) = decimal.digits.split_at_checked(MOST).filter(|(_, tail)| !tail.is_empty())
    else {
        return quotient(decimal.digits.parse().ok()?, decimal.exponent, format);
    };
    let (head, exponent) = (head.parse::<u128>().ok()?, decimal.exponent + tail.len() as i32);
    let number = quotient(head, exponent, format)?;
    (quotient(head + 1, exponent, format) == Some(number)).then_some(number)
}

/// `digits` times ten to the power of `exponent`, rounded to the format's bits.
fn quotient(digits: u128, exponent: i32, format: &Format) -> Option<Binary> {
    let (over, under) = power_of_ten(exponent)?;
    let over = digits.checked_mul(over)?;
    // A first guess from the lengths may be one bit short.
    let mut shift = format.bits as i32 - (over.ilog2() as i32 - under.ilog2() as i32);
    loop {
        let (left, right) = scaled(-shift)?;
        let significand = rounded(over.checked_mul(left)?, under.checked_mul(right)?);
        if significand >> format.bits == 0 {
            return Some(Binary { significand, shift });
        }
        if significand == 1 << format.bits {
            return Some(Binary { significand: significand >> 1, shift: shift - 1 });
        }
        shift -= 1;
    }
}

/// Two to the power of minus `shift`, as a fraction.
fn scaled(shift: i32) -> Option<(u128, u128)> {
    let power = 1u128.checked_shl(shift.unsigned_abs())?;
    Some(if shift > 0 { (1, power) } else { (power, 1) })
}

/// Ten to a power, as a fraction.
fn power_of_ten(power: i32) -> Option<(u128, u128)> {
    let tens = 10u128.checked_pow(power.unsigned_abs())?;
    Some(if power < 0 { (1, tens) } else { (tens, 1) })
}

/// A fraction rounded to a whole number, halves to the even one.
fn rounded(over: u128, under: u128) -> u128 {
    let (whole, rest) = (over / under, over % under);
    let twice = rest.saturating_mul(2);
    whole + u128::from(twice > under || twice == under && whole % 2 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, double: &str, single: &str) {
        let out = (canonical(text, &DOUBLE), canonical(text, &SINGLE));
        assert_eq!(out, (Some(double.to_owned()), Some(single.to_owned())), "{text}");
    }

    /// As PostgreSQL 15 prints them.
    #[test]
    fn as_the_server() {
        check("1.50", "1.5", "1.5");
        check("-2.5e-7", "-2.5e-07", "-2.5e-07");
        check("1e6", "1000000", "1e+06");
        check("1e15", "1e+15", "1e+15");
        check("5e-5", "5e-05", "5e-05");
        check("-0", "-0", "-0");
        check("-inf", "-Infinity", "-Infinity");
        check("3.14159265358979323846", "3.141592653589793", "3.1415927");
        check("0.1000000000000000055511151231257827", "0.1", "0.1");
        check("7149.906355338726", "7149.906355338726", "7149.9062");
        check("123456789012345678", "1.2345678901234568e+17", "1.2345679e+17");
        check("9007199254740993", "9.007199254740992e+15", "9.007199e+15");
        assert_eq!(canonical("1e400", &DOUBLE), None);
        assert_eq!(canonical("x", &DOUBLE), None);
    }

    /// Reads back as the same number, in as few digits as the standard library finds.
    #[test]
    fn many() {
        let count = |text: &str| Decimal::read(text).map(|decimal| decimal.digits.len());
        let mut state = 7u64;
        for step in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = (state >> 11).to_string();
            let (whole, fraction) = digits.split_at(digits.len().min(1 + step % 4));
            let text = format!("{whole}.{fraction}");
            let (double, single) = (text.parse::<f64>().unwrap(), text.parse::<f32>().unwrap());
            let out = (canonical(&text, &DOUBLE).unwrap(), canonical(&text, &SINGLE).unwrap());
            assert_eq!((out.0.parse(), out.1.parse()), (Ok(double), Ok(single)), "{text}");
            let fewest = (count(&format!("{double:e}")), count(&format!("{single:e}")));
            assert_eq!((count(&out.0), count(&out.1)), fewest, "{text}");
        }
    }
}
