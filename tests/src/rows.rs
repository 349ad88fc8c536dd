//! Whether rows survive a migration: counts, and the contents of every column that kept its type.

use crate::server::Database;
use postgres::Client;
use std::collections::BTreeMap;

/// What the tables of a database hold: table → (row count, column → (type, digest of its values)).
pub type Contents = BTreeMap<String, (i64, BTreeMap<String, (String, String)>)>;

const TABLES: &str = "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace \
    WHERE relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1";

// A generated column's values follow its expression: with another expression it is another column.
const COLUMNS: &str = "SELECT quote_ident(attname), format_type(atttypid, atttypmod) || coalesce(' ' || pg_get_expr(adbin, adrelid), '') \
    FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum AND attgenerated <> '' \
    WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1";

/// Reads what the tables hold.
pub fn contents(database: &Database) -> Contents {
    database.ask(|client| {
        let tables: Vec<String> =
            client.query(TABLES, &[]).expect("tables").iter().map(|row| row.get(0)).collect();
        tables.into_iter().map(|table| (table.clone(), table_contents(client, &table))).collect()
    })
}

fn table_contents(client: &mut Client, table: &str) -> (i64, BTreeMap<String, (String, String)>) {
    let count: i64 =
        client.query_one(&format!("SELECT count(*) FROM ONLY {table}"), &[]).expect("a count").get(0);
    let mut columns = BTreeMap::new();
    if count > 0 {
        for row in client.query(COLUMNS, &[&table]).expect("columns") {
            let (name, ty): (String, String) = (row.get(0), row.get(1));
            let sql = format!(
                "SELECT coalesce(string_agg({name}::text, ',' ORDER BY {name}::text), '') FROM ONLY {table}"
            );
            columns.insert(name, (ty, client.query_one(&sql, &[]).expect("values").get(0)));
        }
    }
    (count, columns)
}

/// What is gone or changed that should have survived, for people; empty if nothing.
pub fn lost(before: &Contents, after: &Contents) -> String {
    let mut out = String::new();
    for (table, (count, columns)) in before {
        let Some((left, now)) = after.get(table) else { continue };
        if left != count {
            out += &format!("{table}: {count} rows before, {left} after\n");
        }
        for (column, (ty, values)) in columns {
            if let Some((new_ty, new_values)) = now.get(column)
                && new_ty == ty
                && new_values != values
            {
                out += &format!("{table}.{column}: {values} before, {new_values} after\n");
            }
        }
    }
    out
}
