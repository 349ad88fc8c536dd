//! Dates and times in ISO style, as `DateStyle = ISO` prints them. Only the forms whose reading depends on no setting
//! are read; a timestamptz without a zone is taken to be in UTC.

/// A calendar day.
#[derive(Clone, Copy)]
struct Day {
    year: i64,
    month: i64,
    day: i64,
}

/// `2020-01-01`, `20200101`, `2020/1/1`.
pub(super) fn date(text: &str) -> Option<String> {
    if let Some(special) = special(text) {
        return Some(special);
    }
    if text.eq_ignore_ascii_case("epoch") {
        return Some("1970-01-01".to_string());
    }
    // A time after the date is dropped.
    let first = text.split([' ', 'T']).next()?;
    read_day(first).map(print_day)
}

fn special(text: &str) -> Option<String> {
    match text.to_ascii_lowercase().as_str() {
        "infinity" => Some("infinity".to_string()),
        "-infinity" => Some("-infinity".to_string()),
        _ => None,
    }
}

/// A date with or without a time; a zone after it is ignored, as the type does.
pub(super) fn timestamp(text: &str) -> Option<String> {
    if let Some(special) = special(text) {
        return Some(special);
    }
    if text.eq_ignore_ascii_case("epoch") {
        return Some("1970-01-01 00:00:00".to_string());
    }
    let (day, time, _) = read(text)?;
    Some(format!("{} {}", print_day(day), print_time(time)))
}

/// The same brought to UTC.
pub(super) fn timestamptz(text: &str) -> Option<String> {
    if let Some(special) = special(text) {
        return Some(special);
    }
    if text.eq_ignore_ascii_case("epoch") {
        return Some("1970-01-01 00:00:00+00".to_string());
    }
    let (day, time, zone) = read(text)?;
    let micros = time - zone.unwrap_or(0) * 1_000_000;
    let length = 86_400_000_000;
    let day = from_number(to_number(day) + micros.div_euclid(length));
    Some(format!("{} {}+00", print_day(day), print_time(micros.rem_euclid(length))))
}

/// `8:00`, `08:00:00.5`.
pub(super) fn time(text: &str) -> Option<String> {
    let (time, rest) = read_time(text)?;
    rest.is_empty().then(|| print_time(time))
}

/// `08:00+02`: the zone is kept.
pub(super) fn timetz(text: &str) -> Option<String> {
    let (time, rest) = read_time(text)?;
    let zone = read_zone(rest.trim())?.unwrap_or(0);
    let sign = if zone < 0 { '-' } else { '+' };
    let minutes = zone.abs() / 60;
    let mut out = format!("{}{sign}{:02}", print_time(time), minutes / 60);
    if minutes % 60 != 0 {
        out.push_str(&format!(":{:02}", minutes % 60));
    }
    Some(out)
}

/// The day after, for ranges of dates.
pub(super) fn next_day(text: &str) -> Option<String> {
    Some(print_day(from_number(to_number(read_day(text)?) + 1)))
}

type Moment = (Day, i64, Option<i64>);

fn read(text: &str) -> Option<Moment> {
    let at = text.find([' ', 'T']).unwrap_or(text.len());
    let (first, rest) = text.split_at_checked(at)?;
    let day = read_day(first)?;
    let rest = rest.trim_start_matches([' ', 'T']);
    if rest.is_empty() {
        return Some((day, 0, None));
    }
    let (time, rest) = read_time(rest)?;
    Some((day, time, read_zone(rest.trim())?))
}

fn read_day(text: &str) -> Option<Day> {
    let compact = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = if compact {
        vec![text.get(..4)?, text.get(4..6)?, text.get(6..)?]
    } else {
        text.split(['-', '/']).collect()
    };
    let [year, month, day] = parts.as_slice() else { return None };
    if year.len() < 4 || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'/') {
        return None;
    }
    let day = Day { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
    let valid = (1..=9999).contains(&day.year) && (1..=12).contains(&day.month) && day.day >= 1;
    (valid && day.day <= days_in(day.year, day.month)).then_some(day)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

fn print_day(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// Microseconds since midnight, and what follows the time.
fn read_time(text: &str) -> Option<(i64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let mut parts = digits.split(':');
    let hours: i64 = parts.next()?.parse().ok()?;
    let minutes: i64 = parts.next()?.parse().ok()?;
    let (seconds, fraction) = match parts.next() {
        Some(seconds) => seconds.split_once('.').unwrap_or((seconds, "")),
        None => ("0", ""),
    };
    if parts.next().is_some() || fraction.len() > 6 {
        return None;
    }
    let seconds: i64 = seconds.parse().ok()?;
    let micros: i64 = format!("{fraction:0<6}").parse().ok()?;
    let valid = hours < 24 && minutes < 60 && seconds < 60;
    valid.then_some((((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + micros, rest))
}

fn print_time(micros: i64) -> String {
    let seconds = micros / 1_000_000;
    let mut out = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if micros % 1_000_000 != 0 {
        let fraction = format!("{:06}", micros % 1_000_000);
        out.push('.');
        out.push_str(fraction.trim_end_matches('0'));
    }
    out
}

/// Seconds east of UTC. The outer `None` means it is no zone that is known here.
fn read_zone(text: &str) -> Option<Option<i64>> {
    match text.to_ascii_lowercase().as_str() {
        "" => return Some(None),
        "z" | "utc" | "gmt" => return Some(Some(0)),
        _ => {}
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let rest = text.get(1..)?;
    let (hours, minutes) = match rest.split_once(':') {
        Some(parts) => parts,
        None if rest.len() == 4 => rest.split_at_checked(2)?,
        None => (rest, "0"),
    };
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 16 && minutes < 60).then_some(Some(sign * (hours * 60 + minutes) * 60))
}

/// Days since 1970-01-01, by the civil calendar.
fn to_number(day: Day) -> i64 {
    let year = if day.month <= 2 { day.year - 1 } else { day.year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let month = (day.month + 9) % 12;
    let of_year = (153 * month + 2) / 5 + day.day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn from_number(number: i64) -> Day {
    let number = number + 719_468;
    let era = number.div_euclid(146_097);
    let of_era = number.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    Day { year: year + era * 400 + i64::from(month <= 2), month, day }
}
