//! Stages, phases and activities: their order, length and numbers.

use crate::document;
use crate::edit::{Edit, EditError, edit};
use crate::item::{Budget, Kind};
use crate::{Category, Item, ItemId, Roadmap};

/// A marathon, whose weeks follow each other over both months.
const MARATHON: &str = "# A marathon

## Month 1: Base

### Week 1: Walk and run

- [ ] Twenty minutes

### Weeks 2-3: Run

**Practice (6 hours):**

- Three runs

**Checkpoint:**

- [ ] Five kilometres

### Week 4: Rest

## Month 2: Distance

### Week 5

- [ ] Ten kilometres

### Week 6: Hills

- [ ] Up

## Month 3: Until the race

### Ongoing: keep running

- [ ] Run
";

fn read(source: &str) -> Roadmap {
    document::import(source.as_bytes(), "plan.md").expect("a roadmap").roadmap
}

fn id(roadmap: &Roadmap, text: &str) -> ItemId {
    roadmap.walk().find(|item| item.text == text).map(|item| item.id).expect(text)
}

/// Each stage with what it lasts.
fn stages(roadmap: &Roadmap) -> Vec<String> {
    let said = |stage: &Item| match stage.kind {
        Kind::Stage { weeks: Some(weeks), .. } if weeks.from == weeks.to => {
            format!("{}: {}", weeks.from, stage.text)
        }
        Kind::Stage { weeks: Some(weeks), .. } => format!("{}-{}: {}", weeks.from, weeks.to, stage.text),
        Kind::Stage { days: Some(days), .. } => format!("{days} days: {}", stage.text),
        _ => format!("?: {}", stage.text),
    };
    roadmap.stages().map(said).collect()
}

#[test]
fn a_longer_stage_moves_those_behind_it_on() {
    let mut roadmap = read(MARATHON);
    let stage = id(&roadmap, "Run");
    assert_eq!(edit(&mut roadmap, &Edit::SetLength { stage, weeks: 4 }), Ok(true));
    assert_eq!(
        stages(&roadmap),
        ["1: Walk and run", "2-5: Run", "6: Rest", "7: Week 7", "8: Hills", "?: Ongoing: keep running"],
        "a stage without a title is called by its week"
    );
    assert_eq!(edit(&mut roadmap, &Edit::SetLength { stage, weeks: 4 }), Ok(false));
    assert_eq!(edit(&mut roadmap, &Edit::SetLength { stage, weeks: 1 }), Ok(true));
    assert_eq!(stages(&roadmap)[1..4], ["2: Run", "3: Rest", "4: Week 4"]);
}

#[test]
fn months_that_count_their_own_weeks_go_on_counting_their_own() {
    let source = MARATHON.replace("Week 5", "Week 1").replace("Week 6", "Week 2");
    let mut roadmap = read(&source);
    let stage = id(&roadmap, "Run");
    assert_eq!(edit(&mut roadmap, &Edit::SetLength { stage, weeks: 3 }), Ok(true));
    assert_eq!(stages(&roadmap)[..5], ["1: Walk and run", "2-4: Run", "5: Rest", "1: Week 1", "2: Hills"]);
}

#[test]
fn a_gap_keeps_the_numbers_behind_it() {
    let mut roadmap = read(&MARATHON.replace("Week 5", "Week 9").replace("Week 6", "Week 10"));
    let item = id(&roadmap, "Walk and run");
    assert_eq!(edit(&mut roadmap, &Edit::Remove { item }), Ok(true));
    assert_eq!(stages(&roadmap)[..4], ["1-2: Run", "3: Rest", "9: Week 9", "10: Hills"]);
}

#[test]
fn lengths_are_one_to_fifty_two_weeks() {
    let mut roadmap = read(MARATHON);
    let before = roadmap.clone();
    let stage = id(&roadmap, "Run");
    for weeks in [0, 53] {
        let refused = edit(&mut roadmap, &Edit::SetLength { stage, weeks });
        assert_eq!(refused, Err(EditError::WrongLength { weeks }));
    }
    let stage = id(&roadmap, "Three runs");
    let refused = edit(&mut roadmap, &Edit::SetLength { stage, weeks: 2 });
    assert_eq!(refused, Err(EditError::NoStage { text: "Three runs".into() }));
    assert_eq!(roadmap, before);
}

#[test]
fn what_something_else_ends_has_no_length() {
    let mut roadmap = read(MARATHON);
    let stage = id(&roadmap, "Ongoing: keep running");
    let refused = edit(&mut roadmap, &Edit::SetLength { stage, weeks: 2 });
    assert_eq!(refused, Err(EditError::OpenEnded { text: "Ongoing: keep running".into() }));
}

#[test]
fn a_stage_of_days_is_measured_in_days() {
    let mut roadmap =
        read("# Sourdough\n\n## Days 1-3: Starter\n\n- [ ] Feed it\n\n## Day 4: Loaf\n\n- [ ] Bake\n");
    let stage = id(&roadmap, "Starter");
    assert_eq!(edit(&mut roadmap, &Edit::SetLength { stage, weeks: 2 }), Ok(true));
    let add = Edit::AddStage { after: stage, title: "Shaping".into(), weeks: 1 };
    assert_eq!(edit(&mut roadmap, &add), Ok(true));
    assert_eq!(stages(&roadmap), ["14 days: Starter", "7 days: Shaping", "1 days: Loaf"]);
}

#[test]
fn a_week_that_stands_for_its_phase_is_renamed_with_it() {
    let mut roadmap = read(
        "# A shed\n\n## Phase 1: Frame (weeks 1-2)\n\n- [ ] Studs\n\n## Phase 2: Skin (week 3)\n\n- [ ] Boards\n",
    );
    let stage = roadmap.stages().next().expect("a stage").id;
    assert_eq!(edit(&mut roadmap, &Edit::SetLength { stage, weeks: 3 }), Ok(true));
    let phases: Vec<_> = roadmap.phases().map(|phase| phase.text.as_str()).collect();
    assert_eq!(phases, ["Phase 1: Frame (weeks 1-3)", "Phase 2: Skin (week 4)"]);
}

#[test]
fn a_phase_that_is_called_by_its_weeks_is_renamed_with_them() {
    let mut roadmap = read(
        "# Choir\n\n## Phase 1: Breath (Weeks 1–2)\n\n### Week 1: Ribs\n- Hum\n\n### Week 2: Belly\n- Sigh\n\n## Phase 2: Vowels (Week 3)\n\n### Week 3: Open\n- Sing\n\n## Phase 3: Stage (after week 2)\n\n### Week 4: Bow\n- Bow\n",
    );
    let phases =
        |roadmap: &Roadmap| -> Vec<String> { roadmap.phases().map(|phase| phase.text.clone()).collect() };
    let stage = id(&roadmap, "Ribs");
    assert_eq!(edit(&mut roadmap, &Edit::SetLength { stage, weeks: 3 }), Ok(true));
    let far = "Phase 3: Stage (after week 2)";
    assert_eq!(phases(&roadmap), ["Phase 1: Breath (Weeks 1–4)", "Phase 2: Vowels (Week 5)", far]);
    let add = Edit::AddStage { after: id(&roadmap, "Open"), title: "Closed".into(), weeks: 1 };
    assert_eq!(edit(&mut roadmap, &add), Ok(true));
    assert_eq!(phases(&roadmap)[1..], ["Phase 2: Vowels (Week 5-6)", far]);
    let item = id(&roadmap, "Belly");
    assert_eq!(edit(&mut roadmap, &Edit::Remove { item }), Ok(true));
    assert_eq!(phases(&roadmap), ["Phase 1: Breath (Weeks 1–3)", "Phase 2: Vowels (Week 4-5)", far]);
}

#[test]
fn stages_and_phases_that_move_are_numbered_in_their_new_order() {
    let mut roadmap = read(MARATHON);
    let item = id(&roadmap, "Rest");
    assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: -1 }), Ok(true));
    assert_eq!(stages(&roadmap)[..4], ["1: Walk and run", "2: Rest", "3-4: Run", "5: Week 5"]);
    let item = id(&roadmap, "Distance");
    assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: -1 }), Ok(true));
    assert_eq!(stages(&roadmap)[..5], ["1: Week 1", "2: Hills", "3: Walk and run", "4: Rest", "5-6: Run"]);
    let months: Vec<_> = roadmap.phases().map(|phase| phase.text.as_str()).collect();
    assert_eq!(months, ["Distance", "Base", "Until the race"]);
}

#[test]
fn a_phase_that_goes_takes_its_weeks_along() {
    let mut roadmap = read(MARATHON);
    let item = id(&roadmap, "Base");
    assert_eq!(edit(&mut roadmap, &Edit::Remove { item }), Ok(true));
    assert_eq!(stages(&roadmap)[..2], ["1: Week 1", "2: Hills"]);
}

#[test]
fn a_stage_is_added_behind_another_or_as_the_last_of_a_phase() {
    let mut roadmap = read(MARATHON);
    let behind = Edit::AddStage { after: id(&roadmap, "Run"), title: "Swim".into(), weeks: 2 };
    assert_eq!(edit(&mut roadmap, &behind), Ok(true));
    let within = Edit::AddStage { after: id(&roadmap, "Base"), title: "Cycle".into(), weeks: 1 };
    assert_eq!(edit(&mut roadmap, &within), Ok(true));
    assert_eq!(
        stages(&roadmap)[..7],
        ["1: Walk and run", "2-3: Run", "4-5: Swim", "6: Rest", "7: Cycle", "8: Week 8", "9: Hills"]
    );
    let line = Edit::AddStage { after: id(&roadmap, "Up"), title: "Row".into(), weeks: 1 };
    let refused = edit(&mut roadmap, &line);
    assert_eq!(refused, Err(EditError::NothingToAdd { text: "Up".into() }));
}

#[test]
fn a_roadmap_is_made_from_nothing() {
    let mut roadmap = Roadmap { title: "Italian".into(), items: Vec::new() };
    let mut on = |change: &Edit| assert_eq!(edit(&mut roadmap, change), Ok(true), "{change:?}");
    on(&Edit::AddPhase { after: None, title: "Speak".into() });
    on(&Edit::AddPhase { after: None, title: "Listen".into() });
    on(&Edit::AddStage { after: ItemId(2), title: "Radio".into(), weeks: 2 });
    on(&Edit::AddStage { after: ItemId(1), title: "Order a coffee".into(), weeks: 1 });
    let budget = Some(Budget::Week { least: 120, most: 180 });
    let title = "Songs".to_owned();
    on(&Edit::AddActivity { stage: ItemId(3), title, category: Category::Study, budget });
    on(&Edit::Add { at: ItemId(5), text: "Azzurro".into() });
    let phases: Vec<_> = roadmap.phases().map(|phase| phase.text.as_str()).collect();
    assert_eq!(phases, ["Listen", "Speak"]);
    assert_eq!(stages(&roadmap), ["1-2: Radio", "3: Order a coffee"]);
    let songs = roadmap.find(ItemId(5)).expect("the activity");
    assert_eq!(songs.kind, Kind::Activity { category: Category::Study, budget });
    assert_eq!(songs.children[0].text, "Azzurro");
}

#[test]
fn an_activity_comes_behind_the_others_and_before_the_checkpoint() {
    let mut roadmap = read(MARATHON);
    let stage = id(&roadmap, "Run");
    let title = "Stretching".to_owned();
    let add = Edit::AddActivity { stage, title, category: Category::Rest, budget: None };
    assert_eq!(edit(&mut roadmap, &add), Ok(true));
    let below: Vec<_> =
        roadmap.find(stage).expect("it").children.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(below, ["Practice", "Stretching", "Checkpoint"]);
}

#[test]
fn what_is_new_stands_behind_words_also_where_the_document_only_implies_its_neighbour() {
    let source = "# Signs\n\n## Month 1: Letters\n\n- [ ] Spell a word a day\n";
    let mut roadmap = document::import(source.as_bytes(), "signs.md").expect("a roadmap").roadmap;
    let (month, implied) = {
        let month = roadmap.phases().next().expect("a month");
        (month.span, month.children[0].clone())
    };
    assert_eq!((implied.span.start, implied.span.end), (month.start, month.start));
    let title = "Holidays".to_owned();
    assert_eq!(edit(&mut roadmap, &Edit::AddStage { after: implied.id, title, weeks: 1 }), Ok(true));
    let new = roadmap.find(id(&roadmap, "Holidays")).expect("it").span;
    assert_eq!((new.start, new.end), (month.end, month.end));

    let mut roadmap = document::import(b"- Sand\n- Oil\n", "wood.md").expect("a roadmap").roadmap;
    let after = roadmap.phases().next().map(|phase| phase.id);
    for (after, title) in [(after, "Behind"), (None, "Before")] {
        assert_eq!(edit(&mut roadmap, &Edit::AddPhase { after, title: title.into() }), Ok(true));
        let new = roadmap.find(id(&roadmap, title)).expect("it").span;
        assert_eq!((new.start, new.end), (6, 6), "behind the first words there are");
    }
}
