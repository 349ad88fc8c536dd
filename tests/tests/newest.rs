//! Every case live on the newest PostgreSQL. `CASE=name` picks some.

#[test]
fn every_case_holds_on_the_newest_server() {
    schemasync_tests::every_case::holds_on(18);
}
