//! Every case live on an old PostgreSQL. `CASE=name` picks some.

#[test]
fn every_case_holds_on_an_old_server() {
    schemasync_tests::every_case::holds_on(13);
}
