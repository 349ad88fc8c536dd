//! Arguments that hold a password. Lists of processes show arguments to everybody on the machine, variables to their user
//! alone: so the process begins anew, as itself, with arguments that hold none, and finds the real ones in a variable.

use std::ffi::OsString;

/// Where the real arguments are.
const VARIABLE: &str = "SCHEMASYNC_ARGUMENTS";
/// What stands between two of them there.
const BETWEEN: &str = "\u{1f}";

/// The arguments as they were given; nobody else sees passwords in them from now on, where the system lets us.
pub(crate) fn covered(args: Vec<OsString>) -> Vec<OsString> {
    let texts: Option<Vec<String>> = args.iter().map(|arg| arg.to_str().map(str::to_owned)).collect();
    let Some(texts) = texts else { return args };
    let open = |all: &[String]| all.iter().map(|arg| shown(arg)).collect::<Vec<_>>();
    let kept = std::env::var(VARIABLE).ok();
    let kept: Option<Vec<String>> = kept.map(|kept| kept.split(BETWEEN).map(str::to_owned).collect());
    match kept {
        // Whoever was started by one of us has the variable too, and other arguments.
        Some(real) if open(&real).get(1..) == texts.get(1..) => real.into_iter().map(Into::into).collect(),
        _ => {
            let shown = open(&texts);
            if shown != texts {
                begin_anew(&texts, &shown);
            }
            args
        }
    }
}

/// Does not come back if it can be done.
#[cfg(unix)]
fn begin_anew(real: &[String], shown: &[String]) {
    use std::os::unix::process::CommandExt;
    let Ok(program) = std::env::current_exe() else { return };
    if real.iter().any(|arg| arg.contains(BETWEEN)) {
        return;
    }
    let mut command = std::process::Command::new(program);
    command.arg0(shown.first().map_or("schemasync", String::as_str)).args(shown.iter().skip(1));
    // What goes wrong here is no reason not to go on.
    let _ = command.env(VARIABLE, real.join(BETWEEN)).exec();
}

#[cfg(not(unix))]
fn begin_anew(_: &[String], _: &[String]) {}

/// An argument without the passwords in it: of a URL, or of `key=value` words.
fn shown(arg: &str) -> String {
    let mut out = arg.to_owned();
    if let Some((scheme, rest)) = arg.split_once("://") {
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        if let Some((user, place)) = rest.get(..end).and_then(|authority| authority.rsplit_once('@'))
            && let Some((user, _)) = user.split_once(':')
        {
            out = format!("{scheme}://{user}:***@{place}{}", rest.get(end..).unwrap_or_default());
        }
    }
    let mut from = 0;
    while let Some(at) = out.get(from..).and_then(|rest| rest.find("password=")) {
        let start = from + at + "password=".len();
        let rest = out.get(start..).unwrap_or_default();
        let end = match rest.strip_prefix('\'') {
            Some(quoted) => quoted.find('\'').map_or(rest.len(), |end| end + 2),
            None => rest.find(|c: char| c == '&' || c.is_whitespace()).unwrap_or(rest.len()),
        };
        out.replace_range(start..start + end, "***");
        from = start;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn nothing_but_passwords_is_covered() {
        let check = |arg: &str, expected: &str| assert_eq!(shown(arg), expected);
        check("postgres://app:geheim@db:5432/shop?x=1", "postgres://app:***@db:5432/shop?x=1");
        check("--url=postgresql://app:a@b@db/shop", "--url=postgresql://app:***@db/shop");
        check("postgres://db/shop?user=a&password=geheim&x=1", "postgres://db/shop?user=a&password=***&x=1");
        check("host=db password='ge heim' user=a", "host=db password=*** user=a");
        check("host=db password=geheim sslpassword=x", "host=db password=*** sslpassword=***");
        for plain in ["postgres://app@db/shop", "schema.sql", "git:main:db", "postgres:"] {
            check(plain, plain);
        }
    }
}
