//! Each rule finds its contradiction, and is silent where something only comes near.

use super::cases::CASES;
use super::{only, silent};

#[test]
fn each_rule_finds_its_contradiction_and_names_the_lines() {
    for case in CASES {
        let source = case.wrong();
        let (found, lines) = only(case.rule, &source);
        assert_eq!(lines, case.lines, "{:?}", case.rule);
        assert_eq!(found.says, case.says);
    }
}

#[test]
fn a_near_miss_is_none() {
    for case in CASES {
        silent(&case.near());
    }
}
