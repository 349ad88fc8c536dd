//! A program whose types carry their tables, and which makes the database fit them when it starts:
//! `cargo run --example models -- postgres://app@localhost/shop`, or with `DATABASE_URL` set and no argument.

#![allow(clippy::print_stdout)]

use schemasync::{Desired, Error, Model, PlanOptions, SchemaManager, SyncOptions};
use std::borrow::Cow;

/// Somebody who buys.
struct Customer;

/// What they buy.
struct Order;

impl Model for Customer {
    fn create_table() -> Cow<'static, str> {
        "CREATE TABLE customers (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text NOT NULL,
            email text UNIQUE
        );"
        .into()
    }
}

impl Model for Order {
    fn create_table() -> Cow<'static, str> {
        "CREATE TABLE orders (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            customer bigint NOT NULL REFERENCES customers,
            total numeric(12, 2) NOT NULL CHECK (total >= 0)
        );
        CREATE INDEX orders_by_customer ON orders (customer);"
            .into()
    }
}

fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).or_else(|| std::env::var("DATABASE_URL").ok());
    let mut manager = SchemaManager::new(url.unwrap_or_else(|| "postgres://".into()))?;
    let desired = Desired::of::<Customer>().with::<Order>();

    let planned = manager.plan(&desired, &PlanOptions::default())?;
    println!("{}: {} changes", manager.target(), planned.plan.changes.len());
    planned.plan.changes.iter().for_each(|change| println!("  {}", change.description));

    // What would destroy data is held back; all else is done.
    let outcome = manager.sync_schema(&desired, SyncOptions::default())?;
    println!("{} statements carried out", outcome.steps);
    for change in &outcome.held_back {
        println!("  held back: {}", change.description);
    }
    Ok(())
}
