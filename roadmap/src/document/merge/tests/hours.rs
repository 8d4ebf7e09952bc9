//! Lines that are given hours or lose them, and lines whose label is read differently.

use super::*;
use crate::item::{About, Record};

const GARDEN: &str = "# A garden

## Week 1: Beds

- [ ] Dig over the bed
- [ ] Spread the compost
- [ ] Rake
- [ ] Rest

**Resources:**

- A book on soil

## Week 2: Seeds

- [ ] Sow the peas
- [ ] Water row 1
- [ ] Water row 2
- [ ] Rest

**Resources:**

- The seed catalogue
- A book on beans
";

const CHOIR: &str = "# A choir

## Week 1: Breath

- [ ] Hum

**Concert Checklist**

- [ ] Hall — Can the last row hear us?
- [ ] Lights — Can we read the notes?
- [ ] Chairs

## Week 2: Vowels

- [ ] Sing on one vowel

**Concert Checklist**

- [ ] Hall — Can the last row hear us?
- [ ] Piano — Is it in tune?
";

const HOURS: [&str; 6] = [" (2 hours)", "(2h)", ": 2 hours", " (90 min)", " – 1 h", " (2-3 hours)"];

/// The document with something behind each line that has a box.
fn with(document: &str, hours: &str) -> String {
    let line = |line: &str| format!("{line}{}\n", if line.starts_with("- [ ]") { hours } else { "" });
    document.lines().map(line).collect()
}

/// The names and the records of all lines with a box, in order.
fn recorded(roadmap: &Roadmap) -> Vec<(ItemId, Record)> {
    let lines = roadmap.walk().filter(|item| item.task.is_some());
    lines.map(|item| (item.id, item.record.clone())).collect()
}

/// What is told of a merge that must keep every line with its name and record, and tell of none that it moved.
fn kept(before: &str, after: &str) -> Vec<String> {
    let mut course = Course::of(before);
    each(&mut course.roadmap, |item| {
        if item.task.is_some() {
            item.record.done_at = Some(WHEN);
            item.record.evidence = Some(format!("photo {}", item.id.0));
        }
    });
    let merge = course.against(after);
    let told = told(&merge);
    assert_eq!(recorded(&merge.roadmap), recorded(&course.roadmap), "{before}\n{after}\n{told:#?}");
    let gone: Vec<_> = merge
        .removed
        .iter()
        .filter(|id| course.roadmap.find(**id).is_some_and(|item| item.task.is_some()))
        .collect();
    assert!(gone.is_empty(), "{gone:?} {told:#?}");
    told
}

fn is_moved(line: &str) -> bool {
    line.starts_with("moved")
}

#[test]
fn steps_that_are_all_given_hours_stay_the_same() {
    for hours in HOURS {
        let told = kept(GARDEN, &with(GARDEN, hours));
        assert!(!told.iter().any(|line| is_moved(line)), "{told:#?}");
        assert!(told.iter().all(|line| !line.starts_with("- ")), "{told:#?}");
    }
}

#[test]
fn steps_whose_hours_are_taken_off_stay_the_same() {
    for hours in HOURS {
        let told = kept(&with(GARDEN, hours), GARDEN);
        assert!(!told.iter().any(|line| is_moved(line)), "{told:#?}");
        assert!(told.iter().all(|line| !line.starts_with("+ ")), "{told:#?}");
    }
    kept(&with(GARDEN, " (2 hours)"), &with(GARDEN, ": 45 min"));
}

#[test]
fn a_plan_of_three_steps_is_given_hours() {
    let plan = "- [ ] Mow\n- [ ] Prune the roses\n- [ ] Sweep\n";
    for hours in HOURS {
        kept(plan, &with(plan, hours));
        kept(&with(plan, hours), plan);
    }
}

#[test]
fn a_step_that_is_reworded_as_it_is_given_hours_stays_the_same() {
    kept(GARDEN, &with(GARDEN, " (2 hours)").replace("Dig over the bed", "Dig over the whole bed"));
    kept(&with(GARDEN, " (2 hours)"), &GARDEN.replace("Sow the peas", "Sow the sweet peas"));
}

#[test]
fn a_section_is_never_the_activity_that_hours_imply() {
    for (before, after) in
        [(GARDEN.to_owned(), with(GARDEN, " (2h)")), (with(GARDEN, " (2h)"), GARDEN.to_owned())]
    {
        let course = Course::of(&before);
        let sections = |roadmap: &Roadmap| -> Vec<ItemId> {
            let is_reading = |item: &&Item| item.kind == Kind::Section { about: About::Reading };
            roadmap.walk().filter(is_reading).map(|item| item.id).collect()
        };
        assert_eq!(sections(&course.roadmap).len(), 2);
        assert_eq!(sections(&course.against(&after).roadmap), sections(&course.roadmap));
    }
}

#[test]
fn the_lines_of_a_checklist_whose_label_loses_its_bold_stay_the_same() {
    let plain = CHOIR.replace("**Concert Checklist**", "Concert Checklist");
    kept(CHOIR, &plain);
    kept(&plain, CHOIR);
}
