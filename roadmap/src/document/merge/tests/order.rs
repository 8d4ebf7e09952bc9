//! Where things stand.

use super::*;

const BENCH: &str = "# A workbench

## Week 1: Wood

**Hands-on (4 hours):**

- Choose planks
- Plane them
- Mark the joints
- Saw the joints

## Week 2: Glue

**Hands-on (4 hours):**

- Glue the top
- Oil it
";

fn work(merge: &Merge) -> Vec<&str> {
    lines(&merge.roadmap)
}

#[test]
fn the_document_moves_what_the_person_did_not() {
    let course = Course::of(BENCH);
    let merge =
        course.against(&BENCH.replace("- Choose planks\n- Plane them\n", "- Plane them\n- Choose planks\n"));
    assert_eq!(work(&merge)[..4], ["Plane them", "Choose planks", "Mark the joints", "Saw the joints"]);
    assert_eq!(told(&merge).len(), 1);
    assert!(told(&merge)[0].starts_with("moved "));
}

#[test]
fn the_persons_order_stays_where_the_document_only_adds() {
    let mut course = Course::of(BENCH);
    course.move_by("Saw the joints", -3);
    let merge = course.against(&BENCH.replace("- Mark", "- Draw a plan\n- Mark"));
    assert_eq!(
        work(&merge)[..5],
        ["Saw the joints", "Choose planks", "Plane them", "Draw a plan", "Mark the joints"]
    );
    assert_eq!(told(&merge), ["+ Draw a plan (0)"]);
}

#[test]
fn what_both_moved_goes_where_the_document_has_it() {
    let mut course = Course::of(BENCH);
    course.move_by("Plane them", -1);
    let sawn = BENCH.replace("- Saw the joints\n", "").replace("- Choose", "- Saw the joints\n- Choose");
    let merge = course.against(&sawn);
    assert_eq!(work(&merge)[..4], ["Saw the joints", "Plane them", "Choose planks", "Mark the joints"]);
}

#[test]
fn what_the_person_added_stays_behind_what_it_stood_behind() {
    let mut course = Course::of(BENCH);
    course.add("Plane them", "Sweep up");
    course.add("Sweep up", "Have tea");
    let merge =
        course.against(&BENCH.replace("- Choose planks\n", "").replace("- Mark", "- Draw a plan\n- Mark"));
    assert_eq!(work(&merge)[..4], ["Plane them", "Sweep up", "Have tea", "Draw a plan"]);
    let merge = course.against(&BENCH.replace("- Plane them\n", ""));
    assert_eq!(work(&merge)[..4], ["Choose planks", "Sweep up", "Have tea", "Mark the joints"]);
}

#[test]
fn what_the_person_added_outlives_its_heading() {
    let mut course = Course::of(BENCH);
    course.add("Glue the top", "Wipe off the glue");
    let without = BENCH.split("**Hands-on (4 hours):**\n\n- Glue").next().expect("a part");
    let merge = course.against(without);
    assert_eq!(below(&merge.roadmap, "Glue"), ["Wipe off the glue"]);
    let merge = course.against(BENCH.split("## Week 2").next().expect("a part"));
    assert_eq!(below(&merge.roadmap, "A workbench"), ["Wood", "Wipe off the glue"]);
}

#[test]
fn what_the_person_added_and_the_document_then_says_is_one_thing() {
    let mut course = Course::of(BENCH);
    course.add("Oil it", "Wax it");
    course.tick("Wax it");
    let merge = course.against(&BENCH.replace("- Oil it", "- Oil it\n- Wax it"));
    assert_eq!(done(&merge.roadmap), ["Wax it"]);
    assert_eq!(work(&merge).iter().filter(|text| **text == "Wax it").count(), 1);
    assert!(find(&merge.roadmap, "Wax it").span.end > find(&merge.roadmap, "Wax it").span.start);
    assert_eq!(told(&merge), Vec::<String>::new());
}
