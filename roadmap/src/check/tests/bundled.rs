//! The roadmaps that come with Waymark contradict themselves nowhere.

use crate::check::check;
use crate::document::{bundled, import};

#[test]
fn nothing_is_found_in_what_is_bundled() {
    for document in bundled() {
        let roadmap = import(document.source.as_bytes(), document.name).expect("a roadmap").roadmap;
        assert_eq!(check(&roadmap), [], "{}", document.name);
    }
}
