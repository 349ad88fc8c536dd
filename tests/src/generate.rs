//! Pairs of schemas from a grammar over the common kinds, for the property tests and the benchmark.
//!
//! Every object draws its lots from a generator of its own, seeded by its name. The two sides of a pair share the seeds of
//! most names, so that they agree on most objects and differ on some, each side being whole in itself.

mod chains;
mod column;
mod extras;
mod families;
mod lots;
mod said;
mod shapes;
mod shrink;
mod table;
mod types;
mod wide;

pub use lots::{Lot, Lots};
pub use shapes::{SHAPES, Shape};
pub use shrink::shrink;

use std::fmt::Write;

/// A statement that can be left out, or parts of it, when a failure is made smaller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it makes, the same on both sides.
    pub key: String,
    /// Up to the list of elements, or all of it.
    pub head: String,
    /// Elements of a table in parentheses, with what each is.
    pub elements: Vec<(String, String)>,
    /// After the elements.
    pub tail: String,
}

impl Statement {
    fn new(key: impl Into<String>, text: impl Into<String>) -> Self {
        Statement { key: key.into(), head: text.into(), elements: Vec::new(), tail: String::new() }
    }
}

/// A schema as a list of statements that PostgreSQL takes in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// The statements.
    pub statements: Vec<Statement>,
}

impl Script {
    /// As SQL.
    pub fn sql(&self) -> String {
        let mut out = String::new();
        for statement in &self.statements {
            out += &statement.head;
            if !statement.elements.is_empty() {
                let elements: Vec<_> =
                    statement.elements.iter().map(|(_, text)| format!("    {text}")).collect();
                let _ = write!(out, " (\n{}\n)", elements.join(",\n"));
            }
            out += &statement.tail;
            out += ";\n";
        }
        out
    }

    fn add(&mut self, key: impl Into<String>, text: impl Into<String>) {
        self.statements.push(Statement::new(key, text));
    }
}

/// Two schemas and rows for the first.
#[derive(Clone, Debug)]
pub struct Generated {
    /// What is there.
    pub current: Script,
    /// What is wanted.
    pub desired: Script,
    /// Statements that put rows into `current`, each passed over by the server if a constraint refuses it.
    pub rows: String,
}

/// A pair from a seed.
pub fn pair(seed: u64) -> Generated {
    let (current, rows) = schema(&Lots::new(seed, 0));
    let (desired, _) = schema(&Lots::new(seed, 1));
    Generated { current, desired, rows }
}

/// One side, and rows for it.
fn schema(lots: &Lots) -> (Script, String) {
    let mut script = Script::default();
    let mut types = types::make(lots, &mut script);
    if lots.has("wide types") {
        wide::types(lots, &mut script, &mut types);
    }
    extras::functions(lots, &mut script);
    if lots.has("expressions") {
        wide::functions(lots, &mut script);
    }
    let tables = table::make(lots, &types, &mut script);
    extras::indexes(lots, &tables, &mut script);
    extras::views(lots, &tables, &mut script);
    extras::triggers(lots, &tables, &mut script);
    extras::policies(lots, &tables, &mut script);
    groups(lots, &tables, &mut script);
    extras::comments_and_grants(lots, &tables, &mut script);
    (script, table::rows(&tables))
}

/// What only some pairs have.
fn groups(lots: &Lots, tables: &[table::Table], script: &mut Script) {
    type Group = (&'static str, fn(&Lots, &[table::Table], &mut Script));
    const GROUPS: &[Group] = &[
        ("late", table::late_checks),
        ("families", families::make),
        ("chains", chains::views),
        ("rules", chains::rules),
        ("statistics", chains::statistics),
        ("more triggers", chains::triggers),
        ("more policies", chains::policies),
        ("comments", said::comments),
        ("grants", said::grants),
    ];
    for (_, make) in GROUPS.iter().filter(|(name, _)| lots.has(name)) {
        make(lots, tables, script);
    }
}

/// One schema of so many tables, for measuring: the size is in the tables, all of them alike in kind.
pub fn sized(tables: usize) -> String {
    let mut out = String::new();
    for n in 0..tables {
        let _ = write!(
            out,
            "CREATE TABLE public.table_{n} (\n    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n    \
             name character varying(255) DEFAULT ''::character varying NOT NULL,\n    amount numeric(10,2) DEFAULT 0,\n    \
             created_at timestamp with time zone DEFAULT now() NOT NULL,\n    tags text[],\n    parent_id bigint,\n    \
             CONSTRAINT table_{n}_amount_check CHECK (amount >= 0 AND length(name) < 200)\n);\n\
             CREATE INDEX table_{n}_name_idx ON public.table_{n} USING btree (lower(name), created_at DESC) WHERE amount > 0;\n\
             COMMENT ON TABLE public.table_{n} IS 'Table number {n}';\n\
             CREATE VIEW public.view_{n} AS SELECT t.id, t.name, count(*) AS n FROM public.table_{n} t WHERE t.amount > 10 GROUP BY t.id, t.name;\n"
        );
        if n > 0 {
            let _ = writeln!(
                out,
                "ALTER TABLE ONLY public.table_{n} ADD CONSTRAINT table_{n}_parent_fkey FOREIGN KEY (parent_id) \
                 REFERENCES public.table_{} (id) ON DELETE CASCADE;",
                n / 2
            );
        }
    }
    out
}

/// The same schema with every table and view a little different.
pub fn all_changed(sized: &str) -> String {
    sized.replace("DEFAULT 0", "DEFAULT 1").replace("t.amount > 10", "t.amount > 11")
}
