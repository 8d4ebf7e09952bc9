//! Lines, words and hours.

use crate::document;
use crate::edit::{Addable, Added, Edit, EditError, addable, edit};
use crate::item::Budget;
use crate::{Category, Item, ItemId, Kind, Roadmap};

const DOCUMENT: &str = "# A choir

## Month 1: Voices

### Week 1: Breath

**Study (5 hours):**

1. Breathe
2. Hum
3. Sing

**Checkpoint:**

- [ ] A long note
";

fn choir() -> Roadmap {
    document::import(DOCUMENT.as_bytes(), "choir.md").expect("a roadmap").roadmap
}

fn id(roadmap: &Roadmap, text: &str) -> ItemId {
    roadmap.walk().find(|item| item.text == text).map(|item| item.id).expect(text)
}

fn steps(roadmap: &Roadmap) -> Vec<&str> {
    let is_step = |item: &&Item| matches!(item.kind, Kind::Step { .. });
    roadmap.walk().filter(is_step).map(|item| item.text.as_str()).collect()
}

#[test]
fn words_are_changed_and_spaces_folded() {
    let mut roadmap = choir();
    let item = id(&roadmap, "Hum");
    assert_eq!(edit(&mut roadmap, &Edit::Rename { item, text: "  Hum\n softly ".into() }), Ok(true));
    assert_eq!(edit(&mut roadmap, &Edit::Rename { item, text: "Hum softly".into() }), Ok(false));
    assert_eq!(steps(&roadmap), ["Breathe", "Hum softly", "Sing"]);
}

#[test]
fn no_words_and_too_many_are_refused_and_change_nothing() {
    let mut roadmap = choir();
    let item = id(&roadmap, "Hum");
    let before = roadmap.clone();
    let rename = |text: String| Edit::Rename { item, text };
    assert_eq!(edit(&mut roadmap, &rename(" ".into())), Err(EditError::NoWords));
    let long = edit(&mut roadmap, &rename("a".repeat(501)));
    assert_eq!(long, Err(EditError::TooLong { letters: 501 }));
    let gone = Edit::Rename { item: ItemId(-1), text: "Who?".into() };
    assert_eq!(edit(&mut roadmap, &gone), Err(EditError::Gone));
    assert_eq!(roadmap, before);
}

#[test]
fn a_line_is_added_behind_its_like_and_within_a_heading() {
    let mut roadmap = choir();
    let behind = Edit::Add { at: id(&roadmap, "Hum"), text: "Whistle".into() };
    assert_eq!(edit(&mut roadmap, &behind), Ok(true));
    let within = Edit::Add { at: id(&roadmap, "Study"), text: "Rest".into() };
    assert_eq!(edit(&mut roadmap, &within), Ok(true));
    assert_eq!(steps(&roadmap), ["Breathe", "Hum", "Whistle", "Sing", "Rest"]);
    let check = Edit::Add { at: id(&roadmap, "A long note"), text: "A high one".into() };
    assert_eq!(edit(&mut roadmap, &check), Ok(true));
    let added = roadmap.find(id(&roadmap, "A high one")).expect("it");
    assert_eq!((&added.kind, added.span.start), (&Kind::CheckpointItem, added.span.end));
    let ids: std::collections::BTreeSet<_> = roadmap.walk().map(|item| item.id).collect();
    assert_eq!(ids.len(), roadmap.walk().count(), "each has a name of its own");
}

#[test]
fn lines_move_among_their_siblings_and_stop_at_the_ends() {
    let mut roadmap = choir();
    let item = id(&roadmap, "Breathe");
    assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: 1 }), Ok(true));
    assert_eq!(steps(&roadmap), ["Hum", "Breathe", "Sing"]);
    assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: 9 }), Ok(true));
    assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: 1 }), Ok(false));
    assert_eq!(steps(&roadmap), ["Hum", "Sing", "Breathe"]);
    assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: i32::MIN }), Ok(true));
    assert_eq!(steps(&roadmap), ["Breathe", "Hum", "Sing"]);
}

#[test]
fn what_goes_takes_along_what_is_below_it() {
    let mut roadmap = choir();
    let item = id(&roadmap, "Study");
    assert_eq!(edit(&mut roadmap, &Edit::Remove { item }), Ok(true));
    assert!(steps(&roadmap).is_empty());
}

#[test]
fn only_an_activity_has_hours() {
    let mut roadmap = choir();
    let budget = Some(Budget::Stage { least: 600, most: 600 });
    let activity = id(&roadmap, "Study");
    assert_eq!(edit(&mut roadmap, &Edit::SetBudget { activity, budget }), Ok(true));
    let step = id(&roadmap, "Hum");
    let refused = edit(&mut roadmap, &Edit::SetBudget { activity: step, budget });
    assert_eq!(refused, Err(EditError::NoActivity { text: "Hum".into() }));
}

#[test]
fn a_step_of_the_whole_stage_comes_before_its_activities() {
    let mut roadmap = choir();
    let at = id(&roadmap, "Breath");
    assert_eq!(edit(&mut roadmap, &Edit::Add { at, text: "Stand up".into() }), Ok(true));
    assert_eq!(
        steps(&roadmap),
        ["Stand up", "Breathe", "Hum", "Sing"],
        "a line behind a label is the label's"
    );
}

#[test]
fn only_an_activity_has_a_kind_of_work() {
    let mut roadmap = choir();
    let activity = id(&roadmap, "Study");
    let to = Edit::SetCategory { activity, category: Category::HandsOn };
    assert_eq!(edit(&mut roadmap, &to), Ok(true));
    assert_eq!(edit(&mut roadmap, &to), Ok(false), "it is that already");
    let step = Edit::SetCategory { activity: id(&roadmap, "Hum"), category: Category::Rest };
    assert_eq!(edit(&mut roadmap, &step), Err(EditError::NoActivity { text: "Hum".into() }));
}

#[test]
fn what_is_said_to_be_addable_can_be_added_and_nothing_else() {
    let lines = |at: &Kind| {
        let line = |added: &Addable| !matches!(added.what, Added::Phase | Added::Stage | Added::Activity);
        addable(at).iter().any(line)
    };
    let roadmap = choir();
    for item in roadmap.walk() {
        let mut changed = roadmap.clone();
        let added = edit(&mut changed, &Edit::Add { at: item.id, text: "One more".into() });
        assert_eq!(added.is_ok(), lines(&item.kind), "at {}", item.text);
        let stage = Edit::AddStage { after: item.id, title: "One more".into(), weeks: 1 };
        let can = addable(&item.kind).iter().any(|added| added.what == Added::Stage);
        assert_eq!(edit(&mut changed, &stage).is_ok(), can, "a stage at {}", item.text);
        let phase = Edit::AddPhase { after: Some(item.id), title: "One more".into() };
        let can = addable(&item.kind).iter().any(|added| added.what == Added::Phase);
        assert_eq!(edit(&mut changed, &phase).is_ok(), can, "a phase at {}", item.text);
    }
}

#[test]
fn what_is_measured_follows_the_words() {
    let source =
        "# Choir\n\n## Week 1: Sing\n\n- [ ] Hold a note for at least 8 seconds\n\n**Target:** 5 songs\n";
    let mut roadmap = document::import(source.as_bytes(), "choir.md").expect("a roadmap").roadmap;
    let measures = |roadmap: &Roadmap| -> Vec<f64> {
        let measure = |item: &Item| match &item.kind {
            Kind::Target { measure } => measure.as_ref().map(|measure| measure.value),
            _ => None,
        };
        roadmap.walk().filter_map(measure).collect()
    };
    assert_eq!(measures(&roadmap), [8.0, 5.0]);
    let rename = |item, text: &str| Edit::Rename { item, text: text.into() };
    let note =
        rename(id(&roadmap, "Hold a note for at least 8 seconds"), "Hold a note for at least 9 seconds");
    assert_eq!(edit(&mut roadmap, &note), Ok(true));
    let songs = rename(id(&roadmap, "5 songs"), "7 songs");
    assert_eq!(edit(&mut roadmap, &songs), Ok(true));
    assert_eq!(measures(&roadmap), [9.0, 7.0]);
}

#[test]
fn a_section_takes_lines_like_those_it_has() {
    let source = "# Choir\n\n## Week 1: Sing\n\n- Hum\n\n**Deliverables:**\n\n- A recording\n";
    let mut roadmap = document::import(source.as_bytes(), "choir.md").expect("a roadmap").roadmap;
    let at = id(&roadmap, "Deliverables");
    assert_eq!(edit(&mut roadmap, &Edit::Add { at, text: "A poster".into() }), Ok(true));
    let poster = roadmap.find(id(&roadmap, "A poster")).expect("it");
    assert_eq!(poster.kind, Kind::Deliverable);
}
