//! The readings that a person can choose from.

use super::super::fixtures::NO_WEEKS;
use super::{CHOIR, corrected, read, readings_of};
use crate::Category;
use crate::document::{Taken, correction, readings};

#[test]
fn readings_begin_with_the_present_one() {
    assert_eq!(readings_of(NO_WEEKS, "Harvest"), [Taken::Stage, Taken::Phase, Taken::Section]);
    assert_eq!(readings_of(CHOIR, "Practice")[0], Taken::Category { category: Category::HandsOn });
    assert_eq!(readings_of(CHOIR, "Songs")[0], Taken::Steps);
    assert_eq!(readings_of(CHOIR, "Canon")[0], Taken::Steps);
    assert_eq!(readings_of(CHOIR, "It is warm")[0], Taken::Checkpoint);
    let table = "# T\n## Week 1\n| What | Pages |\n|---|---|\n| Scales | 2 |\n";
    assert_eq!(readings_of(table, "What | Pages"), []);
}

#[test]
fn every_reading_that_is_offered_can_be_said() {
    for source in [CHOIR, NO_WEEKS] {
        let import = read(source);
        for item in import.roadmap.walk() {
            for taken in readings(&import.roadmap, source, item.id) {
                let said = correction(&import.roadmap, source, item.id, taken).expect("a line");
                let again = corrected(source, &[said]);
                let is_there = again.roadmap.walk().any(|other| other.span.line == item.span.line);
                assert!(is_there, "{} as {taken:?}", item.text);
            }
        }
    }
}
