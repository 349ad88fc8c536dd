//! The library as a program uses it, on a real server.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use pretty_assertions::assert_eq;
use schemasync::live::planned::Online;
use schemasync::live::progress::{Event, Watch};
use schemasync::{Desired, Model, PlanOptions, Provider, SchemaManager, SyncOptions};
use schemasync_tests::server::{Database, server};
use std::borrow::Cow;
use std::time::Duration;

struct Customer;
struct Order;

impl Model for Customer {
    fn create_table() -> Cow<'static, str> {
        "CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);".into()
    }
}

impl Model for Order {
    fn create_table() -> Cow<'static, str> {
        "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint REFERENCES customers);
         CREATE INDEX orders_by_customer ON orders (customer);"
            .into()
    }
}

fn url(database: &Database) -> String {
    format!("host={} user=postgres dbname={}", server().folder().display(), database.name)
}

fn rows(database: &Database, sql: &str) -> i64 {
    database.client().query_one(sql, &[]).unwrap().get(0)
}

#[test]
fn models_become_tables_once() {
    let database = server().database();
    let mut manager = SchemaManager::new(url(&database)).unwrap();
    assert_eq!(manager.provider(), Provider::PostgreSql);
    assert!(manager.target().starts_with(&format!("{} at ", database.name)), "{}", manager.target());
    let desired = Desired::of::<Order>().with::<Customer>();
    let planned = manager.plan(&desired, &PlanOptions::default()).unwrap();
    assert!(planned.plan.sql().contains("CREATE TABLE orders"), "{}", planned.plan.sql());
    let dry = SyncOptions { dry_run: true, ..SyncOptions::default() };
    let would = manager.sync_schema(&desired, dry).unwrap();
    assert_eq!((would.steps, would.sql), (0, planned.plan.sql()));
    assert_eq!(
        rows(&database, "SELECT count(*) FROM pg_tables WHERE schemaname IN ('public', 'schemasync')"),
        0
    );

    let done = manager.sync_schema(&desired, SyncOptions::default()).unwrap();
    assert!(done.is_complete() && done.steps > 0 && done.run == Some(1), "{done:?}");
    assert!(manager.inspect().unwrap().relation("public", "orders").is_some());
    assert!(manager.plan(&desired, &PlanOptions::default()).unwrap().is_empty());
    let again = manager.sync_schema(&desired, SyncOptions::default()).unwrap();
    assert_eq!((again.steps, again.run, again.changes.len()), (0, None, 0));
    // The lock was given back: another program may work.
    let mut other = SchemaManager::new(url(&database)).unwrap();
    let at_once = SyncOptions { lock_wait: Duration::ZERO, ..SyncOptions::default() };
    assert!(other.sync_schema(&desired, at_once).unwrap().is_complete());
}

#[test]
fn what_destroys_data_needs_consent() {
    let database = server().database();
    database
        .script("CREATE TABLE customers (id bigint PRIMARY KEY, note text); INSERT INTO customers VALUES (1, 'x'); CREATE TABLE old (a int);")
        .unwrap();
    let desired = Desired::sql("CREATE TABLE customers (id bigint PRIMARY KEY, name text);");
    let mut manager = SchemaManager::new(url(&database)).unwrap();
    let outcome = manager.sync_schema(&desired, SyncOptions::default()).unwrap();
    assert!(!outcome.is_complete());
    let held: Vec<&str> = outcome.held_back.iter().map(|change| change.description.as_str()).collect();
    assert_eq!(held, ["drop table old", "drop column customers.note"]);
    assert_eq!(rows(&database, "SELECT count(name) + count(note) FROM customers"), 1);

    let some = SyncOptions { allow: vec!["drop_column".into()], ..SyncOptions::default() };
    let outcome = manager.sync_schema(&desired, some).unwrap();
    assert_eq!(outcome.held_back.len(), 1);
    let all = SyncOptions { allow_destructive: true, journal: false, ..SyncOptions::default() };
    let outcome = manager.sync_schema(&desired, all).unwrap();
    assert_eq!((outcome.is_complete(), outcome.run), (true, None));
    assert_eq!(rows(&database, "SELECT count(*) FROM customers"), 1);
    let wrong = SyncOptions { allow: vec!["drop_everything".into()], ..SyncOptions::default() };
    let error = manager.sync_schema(&desired, wrong).unwrap_err();
    assert_eq!(error.message, "there is no kind of change `drop_everything` to allow");
}

#[test]
fn any_connection_will_do() {
    let database = server().database();
    let desired = Desired::of::<Customer>();
    let mut of_client = SchemaManager::new(database.client()).unwrap();
    assert_eq!(of_client.target(), format!("{} at this machine as postgres", database.name));
    assert!(of_client.sync_schema(&desired, SyncOptions::default()).unwrap().is_complete());
    let mut config = postgres::Config::new();
    config.host_path(server().folder()).user("postgres").dbname(&database.name);
    let mut of_config = SchemaManager::new(&config).unwrap();
    assert!(of_config.plan(&desired, &PlanOptions::default()).unwrap().is_empty());
    assert_eq!(of_config.client().query("SELECT 1 FROM customers", &[]).unwrap().len(), 0);
}

#[test]
fn errors_say_what_to_do() {
    let message = |url: &str| SchemaManager::new(url).map(|_| ()).unwrap_err().message;
    assert_eq!(
        message("mysql://app@localhost/shop"),
        "MySQL is not supported: Schema Sync works with PostgreSQL"
    );
    assert_eq!(
        message("sqlserver://h;database=x"),
        "SQL Server is not supported: Schema Sync works with PostgreSQL"
    );
    assert_eq!(message("shop"), "this names no database that is known");
    assert_eq!(
        message("postgres://app:geheim@127.0.0.1:1/shop"),
        "Cannot connect to 127.0.0.1:1 as app: connection refused"
    );
    let database = server().database();
    let mut manager = SchemaManager::new(url(&database)).unwrap();
    let mut fails = |desired: Desired| manager.plan(&desired, &PlanOptions::default()).unwrap_err().message;
    let said =
        fails(Desired::of::<Customer>().with_sql("extra.sql", "CREATE TABLE t (a int);\nCREATE TABEL u ();"));
    assert!(said.contains("extra.sql:2:1") && !said.contains("--unsupported"), "{said}");
    assert!(fails(Desired::default()).contains("holds nothing"));
}

#[test]
fn steps_are_told_and_renames_heeded() {
    #[derive(Default)]
    struct Teller(Vec<String>);
    impl Watch for Teller {
        fn tell(&mut self, event: Event<'_>) {
            if let Event::Begins(number, all, step) = event {
                self.0.push(format!("{number}/{all} {}", step.sql));
            }
        }
    }
    let database = server().database();
    database.script("CREATE TABLE customers (id bigint PRIMARY KEY, title text NOT NULL);").unwrap();
    let mut manager = SchemaManager::new(url(&database)).unwrap();
    let plan = PlanOptions {
        renames: vec![("customers.title".into(), "name".into())],
        online: Online::Never,
        ..PlanOptions::default()
    };
    let mut teller = Teller::default();
    let options = SyncOptions { plan, ..SyncOptions::default() };
    let outcome = manager.sync_schema_telling(&Desired::of::<Customer>(), options, &mut teller).unwrap();
    assert!(outcome.is_complete());
    assert_eq!(teller.0, ["1/1 ALTER TABLE customers RENAME COLUMN title TO name"]);
}

/// A program may end a run that waits, from another thread.
#[test]
fn runs_can_be_ended() {
    let database = server().database();
    database.script("CREATE TABLE customers (id bigint PRIMARY KEY);").unwrap();
    let mut blocker = database.client();
    blocker.batch_execute("BEGIN; LOCK TABLE customers").unwrap();
    let mut manager = SchemaManager::new(url(&database)).unwrap();
    let interrupt = manager.interrupt();
    let ender = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(500));
        interrupt.ask();
    });
    let patient = SyncOptions { lock_timeout: Duration::from_secs(60), ..SyncOptions::default() };
    let error = manager.sync_schema(&Desired::of::<Customer>(), patient).unwrap_err();
    ender.join().unwrap();
    assert!(error.message.contains("interrupt"), "{error}");
    blocker.batch_execute("ROLLBACK").unwrap();
    let columns = "SELECT count(*) FROM information_schema.columns WHERE table_name = 'customers'";
    assert_eq!(rows(&database, columns), 1);
}
