//! Addresses and points.

use core::net::Ipv6Addr;

/// IPv4 addresses in full and IPv6 ones; `inet` leaves the mask of a single address out, `cidr` shows it.
pub(super) fn inet(text: &str, network: bool) -> Option<String> {
    if text.contains(':') {
        return inet6(text, network);
    }
    let (address, mask) = text.split_once('/').unwrap_or((text, "32"));
    let mask: u8 = mask.parse().ok().filter(|m| *m <= 32)?;
    let mut parts = Vec::new();
    for part in address.split('.') {
        parts.push(part.parse::<u8>().ok()?.to_string());
    }
    if parts.len() != 4 {
        return None;
    }
    let address = parts.join(".");
    Some(if mask == 32 && !network { address } else { format!("{address}/{mask}") })
}

fn inet6(text: &str, network: bool) -> Option<String> {
    let (address, mask) = text.split_once('/').unwrap_or((text, "128"));
    let mask: u8 = mask.parse().ok().filter(|m| *m <= 128)?;
    let address: Ipv6Addr = address.parse().ok()?;
    // Addresses that end in an IPv4 one are printed in other ways.
    if address.segments().iter().take(5).all(|segment| *segment == 0) && address > Ipv6Addr::LOCALHOST {
        return None;
    }
    Some(if mask == 128 && !network { address.to_string() } else { format!("{address}/{mask}") })
}

/// Twelve hexadecimal digits, however parted.
pub(super) fn macaddr(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !matches!(c, ':' | '-' | '.')).collect();
    if digits.len() != 12 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let digits = digits.to_ascii_lowercase();
    let pairs: Vec<&str> = (0..6).filter_map(|i| digits.get(i * 2..i * 2 + 2)).collect();
    Some(pairs.join(":"))
}

/// `(1,2)`.
pub(super) fn point(text: &str) -> Option<String> {
    let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')).unwrap_or(text);
    let (x, y) = inner.split_once(',')?;
    let number = |t: &str| super::float::canonical(t.trim(), &super::float::DOUBLE);
    Some(format!("({},{})", number(x)?, number(y)?))
}
