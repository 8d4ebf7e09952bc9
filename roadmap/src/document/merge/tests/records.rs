//! What a person recorded, took out and gets back.

use super::*;

const CHOIR: &str = "# A choir

## Month 1: Voices

### Week 1: Breath

**Study (5 hours):**

- [ ] Breathe
- [ ] Hum
- [ ] Sing a scale

### Week 2: Chords

**Study (5 hours):**

- [ ] Sing a third
- [ ] Sing a fifth
";

#[test]
fn an_unchanged_document_changes_nothing() {
    let mut course = Course::of(CHOIR);
    course.tick("Hum");
    course.rename("Breathe", "Breathe slowly");
    course.add("Hum", "Whistle");
    course.move_by("Sing a scale", -1);
    course.take_out("Sing a third");
    let merge = course.against(CHOIR);
    assert_eq!(merge.roadmap, course.roadmap);
    assert_eq!(merge.archived, course.archived);
    assert_eq!(told(&merge), Vec::<String>::new());
}

#[test]
fn a_tick_survives_a_renamed_heading() {
    let mut course = Course::of(CHOIR);
    course.tick("Hum");
    let merge = course.against(&CHOIR.replace("Week 1: Breath", "Week 1: Air"));
    assert_eq!(done(&merge.roadmap), ["Hum"]);
    assert_eq!(told(&merge), ["Breath => Air"]);
}

#[test]
fn a_box_ticked_in_the_document_is_to_be_ticked() {
    let course = Course::of(CHOIR);
    let merge =
        course.against(&CHOIR.replace("[ ] Hum", "[x] Hum").replace("- [ ] Sing a fifth", "- [x] Shout"));
    assert_eq!(merge.newly_ticked, [course.id("Hum"), id(&merge.roadmap, "Shout")]);
    assert_eq!(told(&merge), ["ticked Hum", "- Sing a fifth (0, 0 recorded)", "+ Shout (0)"]);
}

#[test]
fn an_option_ticked_in_the_document_is_picked() {
    let boats = "# Sailing\n\n## Week 1\n\nChoose one:\n\n- [ ] Sloop\n- [ ] Ketch\n\n- [ ] Sail\n";
    let mut course = Course::of(boats);
    let merge = course.against(&boats.replace("[ ] Ketch", "[x] Ketch"));
    assert_eq!(merge.newly_picked, [course.id("Ketch")]);
    let chosen = |name: &str| merge.roadmap.walk().any(|item| item.text == name && item.record.chosen);
    assert_eq!((chosen("Sloop"), chosen("Ketch")), (false, true));

    let ketch = course.id("Ketch");
    course.change(ketch, |item| item.record.chosen = true);
    let merge = course.against(&boats.replace("[ ] Sloop", "[x] Sloop"));
    assert_eq!(merge.newly_picked, [course.id("Sloop")], "the last word counts");
    assert_eq!(merge.roadmap.walk().filter(|item| item.record.chosen).count(), 1);
    let merge = course.against(&boats.replace("[ ] Sail", "[x] Sail").replace("[ ] Ketch", "[x] Ketch"));
    assert_eq!(merge.newly_picked, [], "it is picked already");
}

#[test]
fn a_box_opened_in_the_document_stays_done_and_is_listed() {
    let course = Course::of(&CHOIR.replace("[ ] Hum", "[x] Hum"));
    let merge = course.against(CHOIR);
    assert_eq!(done(&merge.roadmap), ["Hum"]);
    assert_eq!(told(&merge), ["unticked Hum"]);
}

#[test]
fn what_the_person_opened_again_stays_open_while_the_document_says_nothing_new() {
    let ticked = CHOIR.replace("[ ] Hum", "[x] Hum");
    let mut course = Course::of(&ticked);
    let hum = course.id("Hum");
    course.change(hum, |item| item.record.done_at = None);
    let merge = course.against(&ticked.replace("Breathe", "Breathe in"));
    assert_eq!(merge.newly_ticked, []);
    assert_eq!(done(&merge.roadmap), Vec::<&str>::new());
}

#[test]
fn a_lost_week_is_told_of_once_with_what_was_recorded_in_it() {
    let mut course = Course::of(CHOIR);
    course.tick("Sing a fifth");
    let without = CHOIR.split("### Week 2").next().expect("a part");
    let merge = course.against(without);
    assert_eq!(told(&merge), ["- Chords (3, 1 recorded)"]);
    assert_eq!(merge.removed.len(), 4);
    assert_eq!(merge.differences[0].within.as_deref(), Some("Month 1: Voices"));
    assert_eq!(merge.differences[0].line, 13, "its line in the old document");
}

#[test]
fn what_was_lost_and_comes_back_has_its_record() {
    let mut course = Course::of(CHOIR);
    course.tick("Sing a fifth");
    let fifth = course.id("Sing a fifth");
    let without = CHOIR.split("### Week 2").next().expect("a part");
    let merge = course.after(without).against(CHOIR);
    assert_eq!(done(&merge.roadmap), ["Sing a fifth"]);
    assert_eq!(id(&merge.roadmap, "Sing a fifth"), fifth);
    assert_eq!(told(&merge), ["back Chords (3)"]);
    assert_eq!((merge.restored.len(), merge.archived.len()), (4, 0));
}

#[test]
fn what_the_person_took_out_stays_out_with_what_is_new_below_it() {
    let mut course = Course::of(CHOIR);
    course.take_out("Chords");
    let merge =
        course.against(&CHOIR.replace("- [ ] Sing a fifth", "- [ ] Sing a fifth\n- [ ] Sing a sixth"));
    assert_eq!(lines(&merge.roadmap), ["Breathe", "Hum", "Sing a scale"]);
    assert_eq!((told(&merge).len(), merge.restored.len(), merge.archived.len()), (0, 0, 4));
    let again = course.after(&CHOIR.replace("# A choir", "# A choir\n\nFor beginners.")).against(CHOIR);
    assert_eq!(lines(&again.roadmap), ["Breathe", "Hum", "Sing a scale"], "it is known at its new place");
}

#[test]
fn what_is_shown_stays_so_below_what_the_person_took_out() {
    let mut course = Course::of(CHOIR);
    course.take_out("Chords");
    course.tick("Hum");
    let changed =
        CHOIR.replace("- [ ] Hum\n", "").replace("- [ ] Sing a fifth", "- [ ] Sing a fifth\n- [ ] Hum");
    let merge = course.against(&changed);
    assert_eq!(done(&merge.roadmap), ["Hum"]);
    assert_eq!(below(&merge.roadmap, "Voices"), ["Breath", "Hum"], "it is in the nearest that is shown");
}

#[test]
fn new_items_have_names_above_all_others() {
    let mut course = Course::of(CHOIR);
    course.take_out("Sing a fifth");
    let highest = course.roadmap.walk().chain(&course.archived).map(|item| item.id.0).max().expect("some");
    let merge = course.against(&CHOIR.replace("- [ ] Hum", "- [ ] Hum\n- [ ] Shout"));
    assert_eq!(id(&merge.roadmap, "Shout").0, highest + 1);
}
