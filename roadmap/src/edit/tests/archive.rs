//! What was taken out, and brought back.

use crate::document;
use crate::edit::{Archived, Edit, EditError, bring_back, edit, removed, tree};
use crate::item::{Kind, Span};
use crate::{Item, ItemId, Roadmap};
use chrono::{DateTime, TimeDelta, Utc};

const BOAT: &str = "# A boat

## Month 1: Hull

### Week 1: Frames

**Practice (6 hours):**

1. Draw
2. Saw
3. Glue

### Week 2: Planks

- [ ] Steam one

## Month 2: Rig

### Week 3: Mast

- [ ] Plane it

### Week 4: Sails

- [ ] Sew one
";

/// A roadmap with what was taken out of it, as the app keeps it.
struct Shelf {
    roadmap: Roadmap,
    archived: Vec<Archived>,
    now: DateTime<Utc>,
}

impl Shelf {
    fn of(source: &str) -> Self {
        let roadmap = document::import(source.as_bytes(), "plan.md").expect("a roadmap").roadmap;
        Self { roadmap, archived: Vec::new(), now: DateTime::UNIX_EPOCH }
    }

    fn boat() -> Self {
        Self::of(BOAT)
    }

    fn id(&self, text: &str) -> ItemId {
        let archived = self.archived.iter().map(|archived| &archived.item);
        let item = self.roadmap.walk().chain(archived).find(|item| item.text == text);
        item.map(|item| item.id).expect(text)
    }

    /// Takes an item out, a minute after what was taken out before.
    fn take_out(&mut self, text: &str) {
        self.now += TimeDelta::minutes(1);
        let item = self.id(text);
        for gone in self.roadmap.find(item).expect(text).walk() {
            let path = self.roadmap.path_to(gone.id);
            let parent = path.iter().rev().nth(1).copied();
            let siblings = parent.map_or(&self.roadmap.items, |parent| &parent.children);
            let position = siblings.iter().position(|other| other.id == gone.id).expect("its place") as u32;
            let (item, parent) = (gone.bare(), parent.map(|parent| parent.id));
            self.archived.push(Archived { item, parent, position, since: self.now });
        }
        assert_eq!(edit(&mut self.roadmap, &Edit::Remove { item }), Ok(true));
    }

    fn bring_back(&mut self, text: &str) {
        let item = self.id(text);
        let back = bring_back(&mut self.roadmap, &self.archived, item).expect(text);
        assert!(back.contains(&item));
        self.archived.retain(|archived| !back.contains(&archived.item.id));
    }

    /// What was taken out, each with how much went along.
    fn listed(&self) -> Vec<(&str, usize)> {
        removed(&self.archived).iter().map(|one| (one.top.item.text.as_str(), one.below.len())).collect()
    }

    fn stages(&self) -> Vec<String> {
        self.roadmap.stages().map(Item::title).collect()
    }

    fn below(&self, text: &str) -> Vec<&str> {
        let item = self.roadmap.find(self.id(text)).expect(text);
        item.children.iter().map(|child| child.text.as_str()).collect()
    }
}

#[test]
fn what_was_taken_out_is_listed_by_its_tops_and_the_latest_comes_first() {
    let mut shelf = Shelf::boat();
    assert_eq!(shelf.listed(), []);
    shelf.take_out("Sew one");
    shelf.take_out("Frames");
    assert_eq!(shelf.listed(), [("Frames", 4), ("Sew one", 0)]);
}

#[test]
fn what_was_taken_out_before_its_heading_is_one_of_its_own() {
    let mut shelf = Shelf::boat();
    shelf.take_out("Saw");
    shelf.take_out("Practice");
    assert_eq!(shelf.listed(), [("Practice", 2), ("Saw", 0)]);
    shelf.bring_back("Practice");
    assert_eq!(shelf.below("Practice"), ["Draw", "Glue"]);
    assert_eq!(shelf.listed(), [("Saw", 0)]);
}

#[test]
fn an_item_brings_the_headings_back_that_it_stood_below_and_nothing_else_of_them() {
    let mut shelf = Shelf::boat();
    let before = shelf.roadmap.clone();
    shelf.take_out("Saw");
    shelf.take_out("Practice");
    shelf.take_out("Frames");
    shelf.bring_back("Saw");
    assert_eq!((shelf.below("Frames"), shelf.below("Practice")), (vec!["Practice"], vec!["Saw"]));
    assert_eq!(shelf.listed(), [("Draw", 0), ("Glue", 0)]);
    shelf.bring_back("Glue");
    shelf.bring_back("Draw");
    assert_eq!(shelf.roadmap, before);
}

#[test]
fn lines_come_back_in_the_order_of_the_document_whichever_is_first() {
    for order in [["Draw", "Saw", "Glue"], ["Glue", "Saw", "Draw"], ["Saw", "Glue", "Draw"]] {
        let mut shelf = Shelf::boat();
        let before = shelf.roadmap.clone();
        for text in ["Draw", "Saw", "Glue"] {
            shelf.take_out(text);
        }
        for text in order {
            shelf.bring_back(text);
        }
        assert_eq!(shelf.roadmap, before, "{order:?}");
    }
}

#[test]
fn what_shares_its_words_with_another_comes_back_to_the_place_it_had() {
    for text in ["Saw", "Glue"] {
        let mut shelf = Shelf::boat();
        let practice = shelf.id("Practice");
        let span = shelf.roadmap.find(shelf.id("Saw")).expect("it").span;
        let practice = tree::find(&mut shelf.roadmap, practice).expect("it");
        practice.children.iter_mut().skip(1).for_each(|step| step.span = span);
        let before = shelf.roadmap.clone();
        shelf.take_out(text);
        shelf.bring_back(text);
        assert_eq!(shelf.roadmap, before, "{text}");
    }
}

#[test]
fn what_the_document_does_not_say_comes_back_to_the_place_it_had() {
    let mut shelf = Shelf::boat();
    let at = shelf.id("Saw");
    assert_eq!(edit(&mut shelf.roadmap, &Edit::Add { at, text: "Sand".into() }), Ok(true));
    let before = shelf.roadmap.clone();
    shelf.take_out("Sand");
    shelf.bring_back("Sand");
    assert_eq!(shelf.roadmap, before);
    shelf.take_out("Sand");
    for text in ["Draw", "Saw", "Glue"] {
        shelf.take_out(text);
    }
    shelf.bring_back("Sand");
    assert_eq!(shelf.below("Practice"), ["Sand"], "fewer are left than stood before it");
}

#[test]
fn what_the_document_has_lost_stands_behind_the_words_above_it() {
    let mut shelf = Shelf::boat();
    shelf.take_out("Planks");
    for archived in &mut shelf.archived {
        (archived.item.span, archived.item.task) = (Span::default(), None);
    }
    shelf.bring_back("Planks");
    let frames = shelf.roadmap.find(shelf.id("Frames")).expect("it").span;
    for text in ["Planks", "Steam one"] {
        let back = shelf.roadmap.find(shelf.id(text)).expect("it").span;
        assert_eq!((back.start, back.end, back.line), (frames.end, frames.end, frames.line), "{text}");
    }
    assert_eq!(shelf.stages()[..2], ["Week 1: Frames", "Week 2: Planks"]);
}

#[test]
fn a_stage_takes_its_week_again_and_those_behind_it_move_on() {
    for text in ["Frames", "Planks", "Mast", "Sails"] {
        let mut shelf = Shelf::boat();
        let before = shelf.roadmap.clone();
        shelf.take_out(text);
        assert_eq!(shelf.stages().len(), 3);
        shelf.bring_back(text);
        assert_eq!(shelf.roadmap, before, "{text}");
    }
}

#[test]
fn a_stage_follows_on_from_what_the_others_have_become_meanwhile() {
    let mut shelf = Shelf::boat();
    shelf.take_out("Mast");
    let stage = shelf.id("Frames");
    assert_eq!(edit(&mut shelf.roadmap, &Edit::SetLength { stage, weeks: 5 }), Ok(true));
    shelf.bring_back("Mast");
    assert_eq!(shelf.stages(), ["Weeks 1-5: Frames", "Week 6: Planks", "Week 7: Mast", "Week 8: Sails"]);
    shelf.take_out("Rig");
    assert_eq!(edit(&mut shelf.roadmap, &Edit::SetLength { stage, weeks: 1 }), Ok(true));
    shelf.bring_back("Rig");
    assert_eq!(shelf.stages(), ["Week 1: Frames", "Week 2: Planks", "Week 3: Mast", "Week 4: Sails"]);
}

#[test]
fn a_phase_that_is_called_by_its_weeks_is_called_by_those_it_has_now() {
    let mut shelf = Shelf::of(
        "# A boat\n## Phase 1: Hull (Weeks 1-2)\n### Week 1: Frames\n- [ ] Saw\n### Week 2: Planks\n- [ ] Steam\n## Phase 2: Rig (Weeks 3-4)\n### Week 3: Mast\n- [ ] Plane\n### Week 4: Sails\n- [ ] Sew\n",
    );
    let phase = shelf.roadmap.phases().last().expect("a phase");
    let (id, text) = (phase.id, phase.text.clone());
    shelf.take_out(&text);
    let stage = shelf.id("Planks");
    assert_eq!(edit(&mut shelf.roadmap, &Edit::SetLength { stage, weeks: 2 }), Ok(true));
    shelf.bring_back(&text);
    assert_eq!(shelf.stages()[2..], ["Week 4: Mast", "Week 5: Sails"]);
    assert_eq!(shelf.roadmap.find(id).map(|phase| phase.text.as_str()), Some("Phase 2: Rig (Weeks 4-5)"));
}

#[test]
fn months_that_count_their_own_weeks_count_them_again() {
    let source = BOAT.replace("Week 3", "Week 1").replace("Week 4", "Week 2");
    for text in ["Rig", "Mast", "Sails", "Planks"] {
        let mut shelf = Shelf::of(&source);
        let before = shelf.roadmap.clone();
        shelf.take_out(text);
        shelf.bring_back(text);
        assert_eq!(shelf.roadmap, before, "{text}");
    }
}

/// A voyage whose stages have those weeks, a phase a list.
fn voyage(phases: &[&[&str]]) -> String {
    let mut legs = 0;
    let mut source = "# A voyage\n".to_owned();
    for (number, weeks) in phases.iter().enumerate() {
        source.push_str(&format!("\n## Month {}: Sea {}\n", number + 1, number + 1));
        for weeks in *weeks {
            legs += 1;
            source.push_str(&format!("\n### {weeks}: Leg {legs}\n\n- [ ] Sail {legs}\n"));
        }
    }
    source
}

#[test]
fn gaps_and_repeated_weeks_are_there_again() {
    for phases in [
        &[&["Week 1", "Week 3"][..]][..],
        &[&["Week 1", "Week 3", "Week 4"]],
        &[&["Week 1", "Week 3", "Week 5"]],
        &[&["Week 2", "Week 3", "Week 6"]],
        &[&["Weeks 1-2", "Weeks 2-3"]],
        &[&["Weeks 1-2", "Weeks 2-3", "Week 4"]],
        &[&["Weeks 1-2", "Weeks 2-3", "Weeks 3-4", "Weeks 4-5"]],
        &[&["Week 1", "Week 3"], &["Week 4", "Week 7"]],
        &[&["Weeks 1-2", "Weeks 2-3"], &["Weeks 3-4", "Weeks 4-5"]],
    ] {
        let source = voyage(phases);
        let legs = phases.iter().map(|weeks| weeks.len()).sum();
        for leg in 1..=legs {
            let mut shelf = Shelf::of(&source);
            let before = shelf.roadmap.clone();
            shelf.take_out(&format!("Leg {leg}"));
            shelf.bring_back(&format!("Leg {leg}"));
            assert_eq!(shelf.roadmap, before, "leg {leg} of {phases:?}");
        }
    }
}

#[test]
fn a_phase_comes_back_to_the_gap_that_it_had() {
    let source = voyage(&[&["Week 1", "Week 3"], &["Week 5", "Week 7"], &["Week 8", "Week 9"]]);
    for phase in ["Sea 2", "Sea 3"] {
        let mut shelf = Shelf::of(&source);
        let before = shelf.roadmap.clone();
        let text = shelf.roadmap.phases().find(|item| item.text.contains(phase)).expect(phase).text.clone();
        shelf.take_out(&text);
        shelf.bring_back(&text);
        assert_eq!(shelf.roadmap, before, "{phase}");
    }
}

#[test]
fn stages_brought_back_one_by_one_are_as_they_were() {
    let source = voyage(&[&["Week 1", "Week 3", "Week 4", "Weeks 6-7"]]);
    for order in [["Leg 2", "Leg 4"], ["Leg 4", "Leg 2"], ["Leg 1", "Leg 3"]] {
        let mut shelf = Shelf::of(&source);
        let before = shelf.roadmap.clone();
        order.iter().for_each(|leg| shelf.take_out(leg));
        order.iter().rev().for_each(|leg| shelf.bring_back(leg));
        assert_eq!(shelf.roadmap, before, "{order:?}");
    }
}

#[test]
fn a_stage_that_others_have_grown_past_follows_on() {
    let mut shelf = Shelf::boat();
    shelf.take_out("Sails");
    let stage = shelf.id("Frames");
    assert_eq!(edit(&mut shelf.roadmap, &Edit::SetLength { stage, weeks: 5 }), Ok(true));
    shelf.bring_back("Sails");
    assert_eq!(shelf.stages().last().map(String::as_str), Some("Week 8: Sails"));
}

#[test]
fn a_stage_that_another_has_grown_over_follows_on_and_no_week_is_there_twice() {
    let mut shelf = Shelf::boat();
    shelf.take_out("Mast");
    let stage = shelf.id("Planks");
    assert_eq!(edit(&mut shelf.roadmap, &Edit::SetLength { stage, weeks: 2 }), Ok(true));
    shelf.bring_back("Mast");
    assert_eq!(shelf.stages(), ["Week 1: Frames", "Weeks 2-3: Planks", "Week 4: Mast", "Week 5: Sails"]);
}

#[test]
fn what_was_recorded_comes_back_with_it() {
    let mut shelf = Shelf::boat();
    shelf.take_out("Practice");
    for archived in &mut shelf.archived {
        archived.item.record.done_at = Some(DateTime::UNIX_EPOCH);
    }
    shelf.bring_back("Practice");
    let practice = shelf.roadmap.find(shelf.id("Practice")).expect("it");
    assert!(practice.walk().all(Item::is_done));
    assert!(matches!(practice.kind, Kind::Activity { .. }));
}

#[test]
fn what_is_not_archived_does_not_come_back() {
    let mut shelf = Shelf::boat();
    let before = shelf.roadmap.clone();
    let saw = shelf.id("Saw");
    assert_eq!(bring_back(&mut shelf.roadmap, &shelf.archived, saw), Err(EditError::Gone));
    assert_eq!(shelf.roadmap, before);
}
