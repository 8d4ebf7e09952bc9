//! Which line is which.

use super::*;
use crate::Category;

const MARATHON: &str = "# A marathon

## Month 1: Base

### Week 1: Easy

**Study (2 hours):**

- Read about shoes
- Rest day

### Week 2: Longer

**Study (2 hours):**

- Read about food
- Rest day

## Month 2: Speed

### Week 3: Hills

- Run up the castle hill
- Rest day

### Week 4: Track

- Run eight rounds of the stadium
- Rest day
";

fn rest_days(roadmap: &Roadmap) -> Vec<bool> {
    roadmap.walk().filter(|item| item.text == "Rest day").map(Item::is_done).collect()
}

fn tick_rest_day(course: &mut Course, which: usize) {
    let id = course.roadmap.walk().filter(|item| item.text == "Rest day").nth(which).expect("a rest day").id;
    course.change(id, |item| item.record.done_at = Some(WHEN));
}

#[test]
fn equal_lines_in_different_weeks_stay_apart() {
    let mut course = Course::of(MARATHON);
    tick_rest_day(&mut course, 2);
    let merge = course.against(&MARATHON.replace("- Run up", "- Rest day\n- Run up"));
    assert_eq!(rest_days(&merge.roadmap), [false, false, false, true, false], "the one behind the hill");
    let merge = course.against(&MARATHON.replace("food\n- Rest day\n", "food\n"));
    assert_eq!(rest_days(&merge.roadmap), [false, true, false]);
    assert_eq!(told(&merge), ["- Rest day (0, 0 recorded)"]);
}

#[test]
fn a_line_that_moved_to_another_week_is_the_same() {
    let mut course = Course::of(MARATHON);
    course.tick("Read about food");
    let merge = course.against(
        &MARATHON.replace("- Read about food\n", "").replace("- Run up", "- Read about food\n- Run up"),
    );
    assert_eq!(done(&merge.roadmap), ["Read about food"]);
    assert_eq!(told(&merge), ["moved Read about food from Study"]);
    assert_eq!(merge.differences[0].within.as_deref(), Some("Week 3: Hills"));
}

#[test]
fn a_new_week_in_between_renumbers_those_behind_it() {
    let mut course = Course::of(MARATHON);
    course.tick("Run up the castle hill");
    let hills = course.id("Hills");
    let changed = MARATHON.replace("Week 4", "Week 5").replace("Week 3", "Week 4").replace(
        "## Month 2: Speed\n",
        "## Month 2: Speed\n\n### Week 3: Stairs\n\n- Climb the tower\n- Rest day\n",
    );
    let merge = course.against(&changed);
    assert_eq!(id(&merge.roadmap, "Hills"), hills);
    assert_eq!(done(&merge.roadmap), ["Run up the castle hill"]);
    assert_eq!(told(&merge), ["+ Stairs (2)", "Hills: Weeks 3 => 4", "Track: Weeks 4 => 5",]);
}

#[test]
fn a_week_that_moved_to_another_month_and_number_takes_its_lines_along() {
    let mut course = Course::of(MARATHON);
    tick_rest_day(&mut course, 1);
    let week = "### Week 2: Longer\n\n**Study (2 hours):**\n\n- Read about food\n- Rest day\n\n";
    let moved = week.replace("Week 2", "Week 3");
    let changed = MARATHON.replace("Week 4", "Week 5").replace("Week 3", "Week 4").replace(week, "");
    let changed = changed.replace("## Month 2: Speed\n\n", &format!("## Month 2: Speed\n\n{moved}"));
    let merge = course.against(&changed);
    assert_eq!(rest_days(&merge.roadmap), [false, true, false, false]);
    assert_eq!(
        told(&merge),
        [
            "moved Longer from Month 1: Base",
            "Longer: Weeks 2 => 3",
            "Hills: Weeks 3 => 4",
            "Track: Weeks 4 => 5",
        ]
    );
}

#[test]
fn a_reworded_line_is_the_same_and_another_line_is_not() {
    let mut course = Course::of(MARATHON);
    course.tick("Read about shoes");
    let merge = course.against(&MARATHON.replace("about shoes", "about shoes and socks"));
    assert_eq!(done(&merge.roadmap), ["Read about shoes and socks"]);
    assert_eq!(told(&merge), ["Read about shoes => Read about shoes and socks"]);
    let merge = course.against(&MARATHON.replace("Read about shoes", "Buy a watch"));
    assert_eq!(done(&merge.roadmap), Vec::<&str>::new());
    assert_eq!(told(&merge), ["- Read about shoes (0, 1 recorded)", "+ Buy a watch (0)"]);
}

#[test]
fn a_line_gives_way_to_none_that_reads_alike_while_it_still_stands_elsewhere() {
    let mut course = Course::of(MARATHON);
    course.tick("Read about shoes");
    let changed = MARATHON
        .replace("- Read about shoes", "- Read about shirts")
        .replace("- Run eight", "- Read about shoes\n- Run eight");
    let merge = course.against(&changed);
    assert_eq!(done(&merge.roadmap), ["Read about shoes"]);
    assert_eq!(told(&merge), ["+ Read about shirts (0)", "moved Read about shoes from Study"]);
}

#[test]
fn chapters_that_follow_are_not_the_chapters_before() {
    let course = |lines: &str| format!("# Course\n\n## Week 1\n\n{lines}");
    let mut before = Course::of(&course("- Read chapter 1\n- Read chapter 2\n"));
    before.tick("Read chapter 1");
    let merge = before.against(&course("- Read chapter 3\n- Read chapter 4\n"));
    assert_eq!(done(&merge.roadmap), Vec::<&str>::new());
    let run = Course::of(&course("- Warm up\n- Run 5 rounds\n- Stretch\n"));
    let merge = run.against(&course("- Warm up\n- Run 6 rounds\n- Stretch\n"));
    assert_eq!(told(&merge), ["Run 5 rounds => Run 6 rounds"]);
}

#[test]
fn a_step_may_become_a_checkpoint_item_and_a_note_never_a_stage() {
    let before =
        "# Choir\n\n## Week 1: Breath\n\n**Study (1 hour):**\n\n- [ ] A long note\n- [ ] A high note\n";
    let mut course = Course::of(before);
    course.tick("A long note");
    let merge = course.against(&before.replace("**Study (1 hour):**", "**Checkpoint:**"));
    let note = find(&merge.roadmap, "A long note");
    assert_eq!(
        (&note.kind, note.is_done(), note.id),
        (&Kind::CheckpointItem, true, course.id("A long note"))
    );
    let remark = "# Choir\n\nWeek 2\n\n## Week 1: Breath\n\n- Hum\n";
    let course = Course::of(remark);
    let merge = course.against("# Choir\n\n## Week 1: Breath\n\n- Hum\n\n## Week 2\n\n- Sing\n");
    assert!(merge.removed.contains(&course.id("Week 2")), "{:?}", told(&merge));
}

#[test]
fn a_renamed_heading_is_known_by_what_is_below_it() {
    let mut course = Course::of(MARATHON);
    tick_rest_day(&mut course, 0);
    let study = course.roadmap.walk().find(|item| item.text == "Study").expect("it").id;
    let merge = course.against(&MARATHON.replacen("**Study (2 hours):**", "**Theory (3 hours):**", 1));
    assert_eq!(merge.roadmap.find(study).expect("it").text, "Theory");
    assert_eq!(rest_days(&merge.roadmap), [true, false, false, false]);
    assert_eq!(told(&merge), ["Study => Theory", "Theory: Hours 2 h => 3 h"]);
}

#[test]
fn a_target_and_the_step_that_states_it_are_told_apart() {
    let document = "# Run\n\n## Week 1\n\n- Run >5 km\n- Run >8 km\n";
    let mut course = Course::of(document);
    let target = course.roadmap.walk().find(|item| matches!(item.kind, Kind::Target { .. })).expect("one").id;
    course.change(target, |item| item.record.reading = Some(4.0));
    let merge = course.against(&document.replace("- Run >5", "- Stretch\n- Run >5"));
    let item = merge.roadmap.find(target).expect("it");
    assert_eq!((item.record.reading, item.text.as_str()), (Some(4.0), "Run >5 km"));
    assert_eq!(told(&merge), ["+ Stretch (0)"]);
}

#[test]
fn a_step_that_becomes_the_target_it_stated_keeps_its_tick() {
    let mut course = Course::of(
        "# Run\n\n## Week 1\n\n- [ ] Run >5 km\n- [ ] Stretch\n\n**Targets:**\n\n- Sleep >8 hours\n",
    );
    course.tick("Run >5 km");
    let merge = course.against(
        "# Run\n\n## Week 1\n\n- [ ] Stretch\n\n**Targets:**\n\n- Sleep >8 hours\n- [ ] Run >5 km\n",
    );
    assert_eq!(done(&merge.roadmap), ["Run >5 km"]);
}

#[test]
fn an_added_stage_is_never_taken_for_one_that_the_document_implies() {
    let source =
        "# Signs\n\n## Month 1: Letters\n\n- [ ] Spell a word a day\n\n## Month 2: Numbers\n\n- [ ] Count\n";
    let mut course = Course::of(source);
    let implied = find(&course.roadmap, "Letters").children[0].id;
    course.edit(&Edit::AddStage { after: implied, title: "Holidays".into(), weeks: 2 });
    course.move_by("Holidays", -1);
    course.edit(&Edit::Rename { item: implied, text: "Spelling".into() });
    let merge = course.against(source);
    assert_eq!(merge.roadmap, course.roadmap);
    assert_eq!(below(&merge.roadmap, "Letters"), ["Holidays", "Spelling"]);
    assert_eq!(below(&merge.roadmap, "Spelling"), ["Spell a word a day"]);
}

#[test]
fn what_outlives_the_words_it_stood_behind_stands_behind_words_again() {
    let mut course = Course::of("- [ ] Sand the top\n- [ ] Oil the top\n");
    let (stage, title) = (course.id("Tasks"), "Finish".to_owned());
    course.edit(&Edit::AddActivity { stage, title, category: Category::HandsOn, budget: None });
    let merge = course.against("- [ ] Buy a finished one\n");
    let (finish, buy) = (find(&merge.roadmap, "Finish"), find(&merge.roadmap, "Buy a finished one"));
    assert_eq!(below(&merge.roadmap, "Tasks"), ["Finish", "Buy a finished one"]);
    assert_eq!((finish.span.start, finish.span.end), (buy.span.end, buy.span.end));
}
