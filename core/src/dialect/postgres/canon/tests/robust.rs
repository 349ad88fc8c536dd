//! No input panics, overflows the stack or takes more than linear time.

use super::*;

/// Runs on a stack of one megabyte, as in a browser.
fn on_small_stack(work: impl FnOnce() + Send + 'static) {
    #[allow(clippy::disallowed_methods)]
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(work);
    thread.unwrap().join().unwrap();
}

fn both(text: &str) {
    let setup = Setup::new();
    let a = canon(&setup, "check", text);
    let again = canon(&setup, "check", &a.text);
    let _ = compare(&a, &again);
}

#[test]
fn depth_is_bounded() {
    on_small_stack(|| {
        let nested = |open: &str, close: &str, n: usize| format!("{}1{}", open.repeat(n), close.repeat(n));
        for n in [50, 110, 130, 160, 1000, 20_000] {
            both(&format!("{} > 1", nested("(", ")", n)));
            both(&format!("{} > 1", nested("abs(", ")", n)));
            both(&format!("{} > 1", nested("- (", ")", n)));
            both(&format!("{} > 1", nested("(select ", ")", n)));
            both(&nested("array[", "]", n));
            both(&nested("case when m then ", " end", n));
            both(&nested("case ", " when 1 then 1 end", n));
            both(&nested("(1, ", ")", n));
            both(&nested("coalesce(1, ", ")", n));
            both(&nested("cast(", " as text)", n));
            both(&nested("a in (", ")", n));
            both(&nested("a between 1 and (", ")", n));
            both(&nested("j[", "]", n));
            both(&nested("exists (select 1 from t where ", ")", n));
            both(&nested("(select 1 from (", ") x)", n));
            both(&format!("{}m", "not ".repeat(n)));
            both(&format!("a{} > 1", " + a".repeat(n)));
            both(&format!("c{} = 'x'", " || c".repeat(n)));
            both(&format!("a{} > 1", "::int".repeat(n)));
            both(&format!("m{}", " and m".repeat(n)));
            both(&format!("m{}", " or m and m".repeat(n)));
            both(&format!("c{} = c", " collate \"C\"".repeat(n)));
            both(&format!("a{}", " is null".repeat(n)));
            both(&format!("a{}", ".b".repeat(n)));
            both(&format!("(a){}", ".b".repeat(n)));
            both(&format!("j{} = 1", "[1]".repeat(n)));
            both(&format!("a{} > 1", " ^ a".repeat(n)));
            both(&format!("m = (select 1{})", " union select 1".repeat(n)));
            both(&format!("a = (select 1 from t{})", " cross join t".repeat(n)));
            both(&format!("{}a > 1", "@ ".repeat(n)));
        }
    });
}

#[test]
fn long_lists_are_linear() {
    on_small_stack(|| {
        let list = (0..50_000).map(|n| n.to_string()).collect::<Vec<_>>().join(", ");
        both(&format!("a in ({list})"));
        both(&format!("a = any (array[{list}])"));
        both(&format!("j = '{{{list}}}'"));
        let all = (0..5_000).map(|n| format!("a = {n}")).collect::<Vec<_>>();
        both(&all.join(" or "));
        both(&format!("coalesce({})", all.join(", ")));
        let whens = (0..5_000).map(|n| format!("when {n} then '{n}'")).collect::<Vec<_>>().join(" ");
        both(&format!("case a {whens} end = c"));
    });
}

#[test]
fn garbage_is_survived() {
    on_small_stack(|| {
        let words = [
            "a",
            "b",
            "t",
            ".",
            ",",
            "(",
            ")",
            "[",
            "]",
            "::",
            ":",
            "'x'",
            "'",
            "\"",
            "\"q\"",
            "1",
            "1.5",
            "-",
            "+",
            "*",
            "/",
            "<",
            "=",
            ">=",
            "!=",
            "~",
            "||",
            "->>",
            "and",
            "or",
            "not",
            "in",
            "between",
            "is",
            "null",
            "true",
            "case",
            "when",
            "then",
            "else",
            "end",
            "cast",
            "as",
            "int",
            "text",
            "numeric",
            "interval",
            "array",
            "row",
            "select",
            "from",
            "where",
            "exists",
            "any",
            "all",
            "like",
            "escape",
            "collate",
            "at",
            "time",
            "zone",
            "extract",
            "year",
            "substring",
            "for",
            "trim",
            "both",
            "position",
            "overlay",
            "placing",
            "coalesce",
            "nullif",
            "greatest",
            "$1",
            "$x$",
            "E'\\",
            "U&'\\",
            "b'1'",
            "x'f'",
            "--",
            "/*",
            "*/",
            "\n",
            "distinct",
            "over",
            "partition",
            "by",
            "order",
            "filter",
            "within",
            "group",
            "union",
            "values",
            "with",
            "default",
            "lower",
            "now",
            "f",
            "nextval",
            "0x",
            "1e",
            "é",
            "\u{0}",
            "operator",
            "%",
            "setof",
            "limit",
            "variadic",
        ];
        let mut state = 0x2545_f491_4f6c_dd1du64;
        let mut next = |n: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 11) as usize % n
        };
        let setup = Setup::new();
        for _ in 0..5_000 {
            let length = 1 + next(24);
            let text: Vec<&str> = (0..length).map(|_| words[next(words.len())]).collect();
            let text = text.join(if next(4) == 0 { "" } else { " " });
            let a = canon(&setup, "check", &text);
            let _ = canon(&setup, "default c", &a.text);
            let _ = types::canonical_type(&text);
        }
    });
}
