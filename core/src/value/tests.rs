//! What is read is what was written, and what is wrong is told with its place.

use super::from_value;
use crate::model::{Column, Facet, Index, ObjectId};
use serde_json::json;

#[track_caller]
fn fault<T: super::FromValue + std::fmt::Debug>(value: serde_json::Value, expected: &str) {
    assert_eq!(from_value::<T>(value).unwrap_err().to_string(), expected);
}

#[test]
fn what_is_left_out_has_its_default() {
    assert_eq!(from_value::<Column>(json!({})).unwrap(), Column::default());
    let index = from_value::<Index>(json!({"table": "t", "statistics": {"2": 100}})).unwrap();
    assert_eq!((index.table.as_str(), index.statistics.get(&2)), ("t", Some(&100)));
    let id = from_value::<ObjectId>(json!({"kind": "table", "name": "t", "facet": {"grant": "r"}})).unwrap();
    assert_eq!(id.facet, Facet::Grant("r".into()));
}

#[test]
fn faults_have_their_places() {
    fault::<Column>(json!([]), "an object is wanted here, not a list");
    fault::<Column>(json!({"ty": {"name": 3}}), "ty.name: a text is wanted here, not a number");
    fault::<ObjectId>(json!({"kind": "table"}), "there is no `name`");
    fault::<ObjectId>(json!({"kind": "table", "name": "t", "nmae": "u"}), "`nmae` is no field of it");
    fault::<Index>(json!({"elements": [{"order": "up"}]}), "elements[0]: `order` is no field of it");
    fault::<Vec<ObjectId>>(
        json!([{"kind": 1, "name": "a"}]),
        "[0].kind: a name is wanted here, not a number",
    );
    fault::<Index>(
        json!({"elements": [{}, {"key": {"columns": "a"}}]}),
        "elements[1].key: `columns` is none of `column`, `expression`",
    );
    fault::<Index>(json!({"statistics": {"x": 1}}), "statistics.x: this key says nothing");
}
