//! What stands on much: views on views, rules, statistics, triggers with all they can have, policies that look elsewhere.

use super::table::Table;
use super::{Lots, Script};

/// Views on views on all columns of a table, with materialised ones and their indexes at the end.
pub(super) fn views(lots: &Lots, tables: &[Table], script: &mut Script) {
    for (n, table) in tables.iter().enumerate().take(2) {
        let (key, on) = (format!("view x{n}"), &table.name);
        if !lots.of(&key).chance(75) {
            continue;
        }
        let query = lots.of(&format!("{key} query")).pick(&[
            "SELECT * FROM #",
            "SELECT * FROM # WHERE id > 2",
            "SELECT t.*, 1 AS one FROM # t",
        ]);
        let with = lots.of(&format!("{key} with")).pick(&["", "", " WITH (security_barrier=true)"]);
        script.add(&key, format!("CREATE VIEW public.x{n}{with} AS {}", query.replace('#', on)));
        if !lots.of(&format!("view y{n}")).chance(75) {
            continue;
        }
        let list = lots.of(&format!("query y{n}")).pick(&[
            "x.*",
            "x.*, public.twice(x.id::integer) AS twofold",
            "x.id, row_number() OVER (ORDER BY x.id) AS twofold",
        ]);
        script.add(format!("view y{n}"), format!("CREATE VIEW app.y{n} AS SELECT {list} FROM public.x{n} x"));
        if !lots.of(&format!("view z{n}")).chance(60) {
            continue;
        }
        let query = lots
            .of(&format!("query z{n}"))
            .pick(&["SELECT * FROM app.y#", "SELECT id, count(*) AS n FROM app.y# GROUP BY id"]);
        let data = lots.of(&format!("data z{n}")).pick(&["", "", " WITH NO DATA"]);
        script.add(
            format!("view z{n}"),
            format!("CREATE MATERIALIZED VIEW app.z{n} AS {}{data}", query.replace('#', &n.to_string())),
        );
        if lots.of(&format!("index z{n}")).chance(50) {
            let kind = lots.of(&format!("index z{n} kind")).pick(&["UNIQUE INDEX", "INDEX"]);
            script.add(format!("index z{n}"), format!("CREATE {kind} z{n}_key ON app.z{n} (id)"));
        }
    }
}

pub(super) fn rules(lots: &Lots, tables: &[Table], script: &mut Script) {
    for table in tables.iter().filter(|table| !table.partitioned) {
        let key = format!("rule {}", table.key);
        let mut lot = lots.of(&key);
        if lot.chance(30) {
            let what = lot.pick(&[
                "ON DELETE TO # DO INSTEAD NOTHING",
                "ON UPDATE TO # WHERE OLD.id > 5 DO INSTEAD NOTHING",
                "ON DELETE TO # DO ALSO SELECT OLD.id",
            ]);
            script.add(&key, format!("CREATE RULE quiet AS {}", what.replace('#', &table.name)));
        }
    }
}

pub(super) fn statistics(lots: &Lots, tables: &[Table], script: &mut Script) {
    for table in tables {
        let key = format!("statistics {}", table.key);
        let mut lot = lots.of(&key);
        if !lot.chance(35) {
            continue;
        }
        let kinds = lot.pick(&["", " (ndistinct)", " (dependencies, mcv)"]);
        let other = match (table.of_type("text").first(), table.columns.first()) {
            (Some(text), _) if kinds.is_empty() => format!("(lower({}))", text.name),
            (_, Some(column)) => column.name.clone(),
            _ => continue,
        };
        let name = format!("public.st_{}", table.plain());
        script.add(&key, format!("CREATE STATISTICS {name}{kinds} ON id, {other} FROM {}", table.name));
    }
}

pub(super) fn triggers(lots: &Lots, tables: &[Table], script: &mut Script) {
    for table in tables {
        let (key, on) = (format!("trigger seen {}", table.key), &table.name);
        let mut lot = lots.of(&key);
        if !lot.chance(40) {
            continue;
        }
        let column = table.columns.first().map_or("id", |column| &column.name);
        let what = lot.pick(&[
            "TRIGGER seen AFTER INSERT ON # REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT",
            "CONSTRAINT TRIGGER seen AFTER INSERT OR DELETE ON # DEFERRABLE INITIALLY DEFERRED FOR EACH ROW",
            "TRIGGER seen AFTER UPDATE OF % ON # FOR EACH ROW WHEN (OLD.% IS NOT DISTINCT FROM NEW.%)",
            "TRIGGER seen BEFORE TRUNCATE ON # FOR EACH STATEMENT",
        ]);
        let arguments = lots.of(&format!("{key} arguments")).pick(&["", "", "'a', 'it''s'", "1"]);
        let what = what.replace('#', on).replace('%', column);
        script.add(&key, format!("CREATE {what} EXECUTE FUNCTION app.touch({arguments})"));
        let state = lots.of(&format!("{key} state")).pick(&["", "", "DISABLE", "ENABLE ALWAYS"]);
        if !state.is_empty() {
            script.add(format!("{key} state"), format!("ALTER TABLE {on} {state} TRIGGER seen"));
        }
    }
}

pub(super) fn policies(lots: &Lots, tables: &[Table], script: &mut Script) {
    for (n, table) in tables.iter().enumerate() {
        let key = format!("policy also {}", table.key);
        let mut lot = lots.of(&key);
        if !lot.chance(30) {
            continue;
        }
        let other = &tables[(n + 1) % tables.len()].name;
        let what = lot.pick(&[
            "AS RESTRICTIVE FOR INSERT WITH CHECK (id > 0)",
            "FOR ALL USING (id IN (SELECT o.id FROM @ o)) WITH CHECK (true)",
            "FOR UPDATE USING (public.twice(id::integer) > 2)",
            "FOR SELECT USING (EXISTS (SELECT 1 FROM @ o WHERE o.id = #.id))",
        ]);
        let what = what.replace('@', other).replace('#', table.short());
        script.add(&key, format!("CREATE POLICY also ON {} {what}", table.name));
        if lots.of(&format!("{key} force")).chance(30) {
            script
                .add(format!("{key} force"), format!("ALTER TABLE {} FORCE ROW LEVEL SECURITY", table.name));
        }
    }
}
