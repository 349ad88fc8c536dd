//! Intervals in the style `postgres`: `1 day 02:00:00`.

/// The output form of an interval given in words, `hh:mm:ss`, or both; SQL's own forms are not read. `fields` are
/// those of its type (`day to hour`), empty for none.
pub(super) fn canonical(text: &str, fields: &str) -> Option<String> {
    let last = fields.rsplit(' ').next().unwrap_or("");
    let last = last.split('(').next().unwrap_or("");
    let (months, days, micros) = match text.strip_prefix('P') {
        Some(rest) => iso(rest)?,
        None => words(text, if last.is_empty() { "second" } else { last })?,
    };
    let (months, days, micros) = match last {
        "year" => (months / 12 * 12, 0, 0),
        "month" => (months, 0, 0),
        "day" => (months, days, 0),
        "hour" => (months, days, micros / 3_600_000_000 * 3_600_000_000),
        "minute" => (months, days, micros / 60_000_000 * 60_000_000),
        _ => (months, days, rounded(micros, fields)),
    };
    Some(print(months, days, micros))
}

/// To as many digits of a second as the type keeps: `(3)`.
fn rounded(micros: i64, fields: &str) -> i64 {
    let digits = fields.split_once('(').and_then(|(_, rest)| rest.trim_end_matches(')').parse::<u32>().ok());
    match digits {
        Some(digits) if digits < 6 => {
            let unit = 10i64.pow(6 - digits);
            let half = if micros < 0 { -unit / 2 } else { unit / 2 };
            (micros + half) / unit * unit
        }
        _ => micros,
    }
}

/// `1Y2M3DT4H5M6S` after the P; whole numbers only.
fn iso(text: &str) -> Option<(i64, i64, i64)> {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let (mut months, mut days, mut micros) = (0i64, 0i64, 0i64);
    for (part, timed) in [(date, false), (time, true)] {
        let mut rest = part;
        while !rest.is_empty() {
            let at = rest.find(|c: char| c.is_ascii_alphabetic())?;
            let value: i64 = rest.get(..at)?.parse::<i32>().ok()?.into();
            match (rest.get(at..at + 1)?, timed) {
                ("Y", false) => months += value * 12,
                ("M", false) => months += value,
                ("W", false) => days += value * 7,
                ("D", false) => days += value,
                ("H", true) => micros += value * 3_600_000_000,
                ("M", true) => micros += value * 60_000_000,
                ("S", true) => micros += value * 1_000_000,
                _ => return None,
            }
            rest = rest.get(at + 1..)?;
        }
    }
    (!text.is_empty()).then_some((months, days, micros))
}

fn words(text: &str, bare: &str) -> Option<(i64, i64, i64)> {
    let (mut months, mut days, mut micros) = (0i64, 0i64, 0i64);
    let mut tokens = split(text)?.into_iter().peekable();
    let mut ago = false;
    tokens.peek()?;
    while let Some(token) = tokens.next() {
        if token.eq_ignore_ascii_case("ago") {
            ago = true;
            continue;
        }
        if token == "@" {
            continue;
        }
        if token.contains(':') {
            micros += clock(&token)?;
            continue;
        }
        if let Some(standard) = years_and_months(&token) {
            months += standard;
            continue;
        }
        let unit = tokens
            .next_if(|t| t.starts_with(|c: char| c.is_ascii_alphabetic()) && !t.eq_ignore_ascii_case("ago"));
        let unit = unit.map(|u| u.to_ascii_lowercase());
        let (whole, fraction) = number(&token)?;
        let scaled =
            |size: i64| whole.checked_mul(size)?.checked_add(fraction.checked_mul(size)? / 1_000_000);
        // `1 02:03:04` is a day and a time.
        let bare = if tokens.peek().is_some_and(|next| next.contains(':')) { "day" } else { bare };
        match unit.as_deref().unwrap_or(bare) {
            "microsecond" | "microseconds" | "us" | "usec" | "usecs" => micros += scaled(1)?,
            "millisecond" | "milliseconds" | "ms" | "msec" | "msecs" => micros += scaled(1000)?,
            "second" | "seconds" | "s" | "sec" | "secs" => micros += scaled(1_000_000)?,
            "minute" | "minutes" | "m" | "min" | "mins" => micros += scaled(60_000_000)?,
            "hour" | "hours" | "h" | "hr" | "hrs" => micros += scaled(3_600_000_000)?,
            "day" | "days" | "d" => {
                days += whole;
                micros += fraction.checked_mul(86_400)?;
            }
            _ if fraction != 0 => return None,
            "week" | "weeks" | "w" => days += whole.checked_mul(7)?,
            "month" | "months" | "mon" | "mons" => months += whole,
            "year" | "years" | "y" | "yr" | "yrs" => months += whole.checked_mul(12)?,
            "decade" | "decades" => months += whole.checked_mul(120)?,
            "century" | "centuries" => months += whole.checked_mul(1200)?,
            _ => return None,
        }
    }
    let sign = if ago { -1 } else { 1 };
    Some((sign * months, sign * days, sign * micros))
}

/// `3-2`: three years and two months, as SQL writes them.
fn years_and_months(token: &str) -> Option<i64> {
    let (sign, digits) = match token.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, token.strip_prefix('+').unwrap_or(token)),
    };
    let (years, months) = digits.split_once('-')?;
    let (years, months) = (years.parse::<i32>().ok()?, months.parse::<i32>().ok()?);
    (0..12).contains(&months).then(|| sign * (i64::from(years) * 12 + i64::from(months)))
}

/// Words and numbers; `1day` is two.
fn split(text: &str) -> Option<Vec<String>> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_ascii_whitespace() {
        let at = word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len());
        let (number, unit) = word.split_at_checked(at)?;
        for part in [number, unit].into_iter().filter(|p| !p.is_empty()) {
            out.push(part.to_string());
        }
    }
    Some(out)
}

/// A number and the millionths after its point.
fn number(text: &str) -> Option<(i64, i64)> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if fraction.len() > 6 || (whole.is_empty() && fraction.is_empty()) || whole.len() > 9 {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let fraction: i64 = format!("{fraction:0<6}").parse().ok()?;
    Some(if negative { (-whole, -fraction) } else { (whole, fraction) })
}

fn clock(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut parts = digits.split(':');
    let hours: i64 = parts.next()?.parse().ok()?;
    let minutes: i64 = parts.next()?.parse().ok()?;
    let (seconds, fraction) = number(parts.next().unwrap_or("0"))?;
    if parts.next().is_some() || minutes > 59 || seconds > 59 || hours > 9_999_999 {
        return None;
    }
    let micros = ((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + fraction;
    Some(if negative { -micros } else { micros })
}

fn print(months: i64, days: i64, micros: i64) -> String {
    let mut out = String::new();
    let (years, months) = (months / 12, months % 12);
    let mut before_negative = false;
    for (value, unit) in [(years, "year"), (months, "mon"), (days, "day")] {
        if value == 0 {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        let plus = if before_negative && value > 0 { "+" } else { "" };
        let plural = if value == 1 { "" } else { "s" };
        out.push_str(&format!("{plus}{value} {unit}{plural}"));
        before_negative = value < 0;
    }
    if micros == 0 && !out.is_empty() {
        return out;
    }
    if !out.is_empty() {
        out.push(' ');
    }
    let sign = match (micros < 0, before_negative) {
        (true, _) => "-",
        (false, true) => "+",
        _ => "",
    };
    let size = micros.abs();
    let seconds = size / 1_000_000;
    out.push_str(&format!("{sign}{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60));
    if size % 1_000_000 != 0 {
        let fraction = format!("{:06}", size % 1_000_000);
        out.push('.');
        out.push_str(fraction.trim_end_matches('0'));
    }
    out
}
