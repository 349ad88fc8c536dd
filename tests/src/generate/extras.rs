//! What stands on tables: functions, indexes, views, triggers, policies, comments, privileges.

use super::table::Table;
use super::{Lots, Script};

pub(super) fn functions(lots: &Lots, script: &mut Script) {
    let mut lot = lots.of("function twice");
    let body = lot.pick(&["SELECT $1 * 2", "SELECT $1 + $1", "SELECT 2 * $1 + 0"]);
    let options = lot.pick(&["IMMUTABLE", "IMMUTABLE STRICT", "IMMUTABLE PARALLEL SAFE COST 5"]);
    script.add(
        "function twice",
        format!(
            "CREATE FUNCTION public.twice(integer) RETURNS integer LANGUAGE sql {options} AS $_${body}$_$"
        ),
    );
    let assign = lots
        .of("function touch")
        .pick(&["RETURN NEW;", "IF NEW IS NULL THEN RETURN OLD; END IF; RETURN NEW;"]);
    script.add(
        "function touch",
        format!(
            "CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  {assign}\nEND;\n$$"
        ),
    );
    let mut lot = lots.of("function label");
    if lot.chance(70) {
        let (arguments, returns) = (
            lot.pick(&[
                "a text",
                "a text, b integer DEFAULT 1",
                "a text, VARIADIC rest text[]",
                "IN a integer, OUT b text",
            ]),
            lot.pick(&["text", "text", "character varying"]),
        );
        let returns = if arguments.contains("OUT") { String::new() } else { format!(" RETURNS {returns}") };
        script.add(
            "function label",
            format!(
                "CREATE FUNCTION app.label({arguments}){returns} LANGUAGE sql STABLE AS $$SELECT 'x'::text$$"
            ),
        );
    }
}

pub(super) fn indexes(lots: &Lots, tables: &[Table], script: &mut Script) {
    for table in tables {
        for column in &table.columns {
            let key = format!("index {}.{}", table.key, column.key);
            let mut lot = lots.of(&key);
            if !lot.chance(25) {
                continue;
            }
            let what = match column.ty.as_str() {
                "text" if lots.has("expressions") => {
                    lot.pick(&["(app.norm(#))", "(id) WHERE app.norm(#) = 'a'", "(app.norm(#), #)"])
                }
                "app.span" => "USING gist (#)",
                "text" => lot.pick(&[
                    "(#)",
                    "(lower(#))",
                    "(# text_pattern_ops)",
                    "(# DESC NULLS LAST, id)",
                    "(upper(#) || 'x')",
                    "(#) WHERE # IS NOT NULL",
                ]),
                "jsonb" => lot.pick(&["USING gin (#)", "USING gin (# jsonb_path_ops)", "((# ->> 'a'))"]),
                "text[]" | "int[]" => "USING gin (#)",
                "integer" | "bigint" => lot.pick(&[
                    "(#)",
                    "USING hash (#)",
                    "(#) INCLUDE (id)",
                    "((# + 1))",
                    "(#) WHERE # > 5",
                    "USING brin (#)",
                ]),
                _ => lot.pick(&["(#)", "(#, id)", "(id, # DESC)"]),
            };
            let what = match what.starts_with("(upper") {
                true => format!("({what})"),
                false => what.to_owned(),
            }
            .replace('#', &column.name);
            let unique = if lot.chance(10) && !what.contains("USING") { "UNIQUE " } else { "" };
            let name =
                if lot.chance(70) { format!("{}_{}_i ", table.plain(), column.name) } else { String::new() };
            // A partitioned table takes a unique index only with its key in it.
            let unique = if table.partitioned { "" } else { unique };
            script.add(&key, format!("CREATE {unique}INDEX {name}ON {} {what}", table.name));
        }
    }
}

pub(super) fn views(lots: &Lots, tables: &[Table], script: &mut Script) {
    for (n, table) in tables.iter().enumerate().take(3) {
        let key = format!("view v{n}");
        let mut lot = lots.of(&key);
        if !lot.chance(70) {
            continue;
        }
        let mut list = vec!["t.id".to_owned()];
        list.extend(table.columns.iter().take(lot.below(4) as usize).map(|c| format!("t.{}", c.name)));
        let rest = lot.pick(&[
            "",
            " WHERE t.id > 5",
            " WHERE t.id IN (1, 2, 3) ORDER BY t.id",
            " WHERE t.id IS NOT NULL AND NOT t.id = 4",
        ]);
        let kind = lot.pick(&["VIEW", "VIEW", "MATERIALIZED VIEW"]);
        script.add(
            &key,
            format!("CREATE {kind} public.v{n} AS SELECT {} FROM {} t{rest}", list.join(", "), table.name),
        );
        if lots.of(&format!("view w{n}")).chance(50) {
            let query = lots.of(&format!("query w{n}")).pick(&[
                "SELECT count(*) AS n, max(id) AS top FROM public.v#",
                "SELECT v.id, CASE WHEN v.id > 3 THEN 'many' ELSE 'few' END AS size FROM public.v# v",
                "SELECT a.id, b.id AS other FROM public.v# a JOIN public.v# b ON a.id = b.id + 1",
            ]);
            script.add(
                format!("view w{n}"),
                format!("CREATE VIEW app.w{n} AS {}", query.replace('#', &n.to_string())),
            );
        }
        if kind == "MATERIALIZED VIEW" && lots.of(&format!("index v{n}")).chance(50) {
            script.add(format!("index v{n}"), format!("CREATE INDEX v{n}_id ON public.v{n} (id)"));
        }
    }
}

pub(super) fn triggers(lots: &Lots, tables: &[Table], script: &mut Script) {
    for table in tables {
        let key = format!("trigger {}", table.key);
        let mut lot = lots.of(&key);
        if !lot.chance(40) {
            continue;
        }
        let event = lot.pick(&["UPDATE", "INSERT OR UPDATE", "UPDATE OF id", "DELETE"]);
        let when = if event == "UPDATE" {
            lot.pick(&["", " WHEN (OLD.* IS DISTINCT FROM NEW.*)", " WHEN (NEW.id > 3)"])
        } else {
            ""
        };
        // Before it is computed, a generated column cannot be looked at.
        let time = if when.contains(".*") { "AFTER" } else { lot.pick(&["BEFORE", "AFTER"]) };
        script.add(
            &key,
            format!(
                "CREATE TRIGGER touched {time} {event} ON {} FOR EACH ROW{when} EXECUTE FUNCTION app.touch()",
                table.name
            ),
        );
    }
}

pub(super) fn policies(lots: &Lots, tables: &[Table], script: &mut Script) {
    for table in tables {
        let key = format!("policy {}", table.key);
        let mut lot = lots.of(&key);
        if !lot.chance(25) {
            continue;
        }
        script.add(
            format!("rls {}", table.key),
            format!("ALTER TABLE {} ENABLE ROW LEVEL SECURITY", table.name),
        );
        let command = lot.pick(&["", " FOR SELECT", " FOR UPDATE"]);
        let to = lot.pick(&["", " TO role_a", " TO role_a, role_b"]);
        let mut using = lot.pick(&["id > 1", "true", "CURRENT_USER = 'role_a'"]).to_owned();
        if let Some(text) = table.of_type("text").first() {
            using = format!("{} = CURRENT_USER", text.name);
        }
        script.add(&key, format!("CREATE POLICY mine ON {}{command}{to} USING ({using})", table.name));
    }
}

pub(super) fn comments_and_grants(lots: &Lots, tables: &[Table], script: &mut Script) {
    for table in tables {
        let mut lot = lots.of(&format!("comment {}", table.key));
        if lot.chance(30) {
            let text = lot.pick(&["First", "It''s second", "Third\nline"]);
            script.add(
                format!("comment {}", table.key),
                format!("COMMENT ON TABLE {} IS '{text}'", table.name),
            );
        }
        if let Some(column) =
            table.columns.first().filter(|_| lots.of(&format!("comment of {}", table.key)).chance(30))
        {
            let text = lots.of(&format!("comment text {}", table.key)).pick(&["one", "two"]);
            script.add(
                format!("comment of {}", table.key),
                format!("COMMENT ON COLUMN {}.{} IS '{text}'", table.name, column.name),
            );
        }
        // Privileges are managed where the desired side names them: so both name them or neither.
        let mut lot = lots.of(&format!("grant {}", table.key));
        let what = lot.pick(&["SELECT", "SELECT, INSERT", "ALL"]);
        script.add(format!("grant {}", table.key), format!("GRANT {what} ON {} TO role_b", table.name));
    }
}
