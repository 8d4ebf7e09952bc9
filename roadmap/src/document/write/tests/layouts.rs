//! Edits of phases, stages and their hours come back from what was written, in whatever layout a document has them.

use super::{kept, markdown};
use crate::document::recognise::named_part;
use crate::edit::{Edit, edit};
use crate::item::{Budget, Item, ItemId, Kind, NumberRange, Roadmap};
use proptest::prelude::*;
use std::collections::HashSet;

/// Documents with hours in titles, cells and lines of their own, around the stages, and none.
const LAYOUTS: [&str; 16] = [
    "# P\n\n## Week 1: Chords (5 hours)\n\n- [ ] C\n- [ ] D\n\n## Week 2: Songs (2-3 h)\n\n- [ ] E\n",
    "# P\n\n**Week 1: Chords (5 hours)**\n\n- [ ] C\n\n**Week 2: Songs (6 hours)**\n\n- [ ] E\n",
    "# P\n\n- **Week 1:** Learn chords (6 hours)\n- **Week 2:** Learn songs (5 hours)\n- **Week 3:** Play (2 hours)\n",
    "# P\n\n- **Week 1:** Chords\n  - C\n- **Week 2:** Songs\n  - E\n",
    "# P\n\n- **Week 1:** Chords\n- **Week 2:** Songs\n",
    "# P\n\n| Week | Topic | Hours |\n|---|---|---|\n| 1 | Chords | 5 |\n| 2 | Songs | 6 |\n| 3-4 | Jam | 9 |\n\n## Tips\n\n- Rest\n",
    "# P\n\n| Week | Topic | Tasks | Hours |\n|:--|---|---|--:|\n| Week 1 | Chords | Learn C | 5 h |\n| Week 2 | Songs | [ ] Learn one<br>[x] Sing it | 6 |\n",
    "# P (40 hours/week)\n\n## Week 1: Chords\n\n- [ ] C\n\n## Week 2: Songs\n\n- [ ] E\n",
    "# P\n\n## Month 1: Start (40 hours/week)\n\n### Week 1: Chords\n\n- C\n\n### Week 2: Songs\n\n- E\n\n## Month 2: Go\n\n### Week 5: Jam\n\n- F\n",
    "# P\n\n## Track A: Fast (40 hours/week)\n\n### Week 1: Chords\n\n- [ ] C\n\n### Week 2: Songs\n\n- [ ] E\n",
    "# P\n\n## Phase 1: Start\n\n### Week 1 (10 hours)\n\n- [ ] C\n\n## Phase 2: Go\n\n### Week 2 (20 hours)\n\n- [ ] E\n",
    "# P\n## Week 1\n| Activity | Hours |\n|---|---|\n| Study | 5 |\n| Practice | 3 |\n\n## Week 2\n\n- [ ] More\n",
    "# P\n\n**Week 1: Chords**\n\n- C\n\n**Week 2+: Jam**\n\n- J\n",
    "# P\n\n## Week 1: Chords\n\n- C\n\n## Week 4 and on: Jam\n\n- J\n",
    "# P\n\n## Week 1: Chords (5 hours)\n\n**Study:**\n\n- a\n\n**Practice:**\n\n- b\n\n## Week 2: Songs\n\nTime: 6 hours\n\n- c\n",
    "# P\n\n## Begin (weeks 1-4)\n\n### Week 1: Oak\n\n- a\n\n## Go on (weeks 5-6)\n\n### Week 5: Tin\n\n- c\n",
];

/// What an item says, with what is written once for several said once: the work of a stage has its name and place, and
/// phases and open stages are called by their number too.
type Said = (String, Option<NumberRange>, Option<u32>, Option<Budget>);

/// The activities that stand for the work of their stages.
fn implied(roadmap: &Roadmap) -> HashSet<ItemId> {
    let is_implied =
        |item: &&Item| matches!(item.kind, Kind::Activity { .. }) && item.span.start == item.span.end;
    roadmap.walk().filter(is_implied).map(|item| item.id).collect()
}

fn outline(roadmap: &Roadmap, implied: &HashSet<ItemId>) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    let mut stage = "";
    for item in roadmap.walk() {
        let title = |text: &str| match named_part(text) {
            Some(part) => text.trim_start_matches(part).trim_start_matches([':', ' ']).to_owned(),
            None => text.to_owned(),
        };
        match item.kind {
            Kind::Phase { .. } => {
                let text = item.text.split(" (").next().unwrap_or_default();
                said.push((format!("phase {}", title(text)), None, None, None));
            }
            Kind::Stage { weeks, days } => {
                stage = &item.text;
                said.push((format!("stage {}", title(&item.text)), weeks, days, None));
            }
            Kind::Activity { budget, .. } if implied.contains(&item.id) => {
                // A new stage has the hours around it.
                let last =
                    said.iter_mut().rfind(|(said, ..)| said.starts_with("stage ") && said != "stage Gig");
                if let Some((.., hours)) = last.filter(|_| stage != "Gig") {
                    *hours = budget;
                }
            }
            Kind::Activity { budget, .. } => {
                said.push((format!("activity {}", item.text), None, None, budget));
            }
            Kind::Step { .. } => {
                let words = item.text.split(" (").next().unwrap_or_default();
                if words != stage {
                    said.push((format!("step {words}"), None, None, None));
                }
            }
            _ => {}
        }
    }
    said
}

/// The edits to be made at an item.
fn edits(item: &Item) -> Vec<Edit> {
    let (at, text) = (item.id, "Gig".to_owned());
    let hours = |budget| Edit::SetBudget { activity: at, budget: Some(budget) };
    let week = Budget::Week { least: 930, most: 930 };
    match item.kind {
        Kind::Activity { .. } => vec![hours(Budget::Stage { least: 420, most: 480 }), hours(week)],
        Kind::Stage { .. } => vec![
            Edit::Add { at, text: "Extra".into() },
            Edit::SetLength { stage: at, weeks: 3 },
            Edit::AddStage { after: at, title: text, weeks: 2 },
        ],
        Kind::Phase { .. } => vec![
            Edit::Rename { item: at, text: text.clone() },
            Edit::AddStage { after: at, title: text.clone(), weeks: 2 },
            Edit::AddPhase { after: Some(at), title: text },
        ],
        Kind::Step { .. } => vec![Edit::Add { at, text: "Extra".into() }],
        _ => Vec::new(),
    }
}

fn comes_back(source: &str, roadmap: &Roadmap) -> Result<(), String> {
    let base = kept(source).expect("a document");
    let written = markdown(roadmap, source);
    let again = kept(&written).ok_or("no document")?;
    let (is, wanted) = (outline(&again, &implied(&again)), outline(roadmap, &implied(&base)));
    if is == wanted { Ok(()) } else { Err(format!("{written}\nis     {is:?}\nwanted {wanted:?}")) }
}

#[test]
fn each_edit_comes_back_in_each_layout() {
    for source in LAYOUTS {
        let roadmap = kept(source).expect("a document");
        for item in roadmap.walk() {
            for change in edits(item) {
                let mut changed = roadmap.clone();
                if edit(&mut changed, &change) == Ok(true)
                    && let Err(written) = comes_back(source, &changed)
                {
                    panic!("{change:?} at {}:\n{written}", item.text);
                }
            }
        }
    }
}

/// The document after an edit of the first thing of that kind with those words.
fn after(source: &str, kind: &str, text: &str, change: impl Fn(ItemId) -> Edit) -> String {
    let mut roadmap = kept(source).expect("a document");
    let is = |item: &&Item| {
        item.text == text && serde_json::to_value(&item.kind).is_ok_and(|found| found["kind"] == kind)
    };
    let item = roadmap.walk().find(is).expect(text).id;
    assert_eq!(edit(&mut roadmap, &change(item)), Ok(true));
    markdown(&roadmap, source)
}

const WEEKS: &str = "# P\n\n| Week | Topic | Hours |\n|---|---|---|\n| 1 | Chords | 5 |\n| 2 | Songs | 6 |\n\n## Tips\n\n- Rest\n";

const WORK: &str = "# P\n\n| Week | Topic | Tasks | Hours |\n|---|---|---|---|\n| 1 | Chords | *C* | 5 |\n| 2 | Songs | D | 6 |\n";

#[test]
fn more_to_do_in_a_row_goes_into_its_cell_of_work() {
    let add = |at| Edit::Add { at, text: "Extra".into() };
    assert_eq!(after(WORK, "step", "C", add), WORK.replace("*C*", "[ ] *C*<br>[ ] Extra"));
    let wanted = WEEKS
        .replace("Hours |", "Hours | Tasks |")
        .replacen("---|\n", "---|---|\n", 1)
        .replace("| 6 |", "| 6 | [ ] Songs<br>[ ] Extra |");
    assert_eq!(after(WEEKS, "step", "Songs", add), wanted);
    let activity = |stage| Edit::AddActivity {
        stage,
        title: "Scales".into(),
        category: crate::Category::HandsOn,
        budget: Some(Budget::Stage { least: 90, most: 90 }),
    };
    let wanted = WORK.replace("*C*", "[ ] *C*<br>[ ] Scales (1.5 hours, hands-on)");
    assert_eq!(after(WORK, "stage", "Chords", activity), wanted);
}

#[test]
fn work_that_is_gone_leaves_its_cells() {
    let remove = |item| Edit::Remove { item };
    assert_eq!(after(WORK, "activity", "Chords", remove), WORK.replace("| *C* | 5 |", "|  |  |"));
    assert_eq!(after(WEEKS, "activity", "Songs", remove), WEEKS.replace("| 6 |", "|  |"));
}

#[test]
fn a_new_stage_of_a_table_or_list_looks_like_its_siblings() {
    let add = |after| Edit::AddStage { after, title: "Gig".into(), weeks: 2 };
    let wanted = WEEKS.replace("| 2 | Songs", "| 2-3 | Gig | |\n| 4 | Songs");
    assert_eq!(after(WEEKS, "stage", "Chords", add), wanted);
    let list = "# P\n\n- **Week 1:** Chords\n- **Week 2:** Songs\n";
    assert_eq!(after(list, "stage", "Songs", add), format!("{list}- **Weeks 3-4:** Gig\n"));
}

#[test]
fn an_open_stage_stays_open_under_another_title() {
    let rename = |item| Edit::Rename { item, text: "Gig".into() };
    for (line, text) in [
        ("**Week 2+: Jam**", "Week 2+: Jam"),
        ("## Week 2+: Jam", "Week 2+: Jam"),
        ("**Week 4 and on: Jam**", "Week 4 and on: Jam"),
    ] {
        let first = line.replace(text, "Week 1: Chords");
        let source = format!("# P\n\n{first}\n\n- C\n\n{line}\n\n- J\n");
        assert_eq!(after(&source, "stage", text, rename), source.replace("Jam", "Gig"));
    }
}

#[test]
fn a_new_phase_is_counted_on() {
    let add = |after| Edit::AddPhase { after: Some(after), title: "Gig".into() };
    let months =
        "# P\n\n## Month 1: Wood\n\n### Week 1: Oak\n\n- a\n\n## Month 2: Tin\n\n### Week 5: Ore\n\n- b\n";
    assert_eq!(after(months, "phase", "Tin", add), format!("{months}\n## Month 3: Gig\n"));
    let parts = months.replace("Month", "Part");
    assert_eq!(after(&parts, "phase", "Part 2: Tin", add), format!("{parts}\n## Part 3: Gig\n"));
    let wanted = parts.replace("## Part 2", "## Part 3: Gig\n\n## Part 2");
    assert_eq!(after(&parts, "phase", "Part 1: Wood", add), wanted);
    let weeks = "# P\n\n## Week 1: Oak\n\n- a\n\n## Week 2: Ore\n\n- b\n";
    assert_eq!(after(weeks, "phase", "P", add), format!("{weeks}\n## Phase 2: Gig\n"));
}

#[test]
fn a_phase_of_a_track_is_named_by_the_tracks_heading() {
    let source = "# P\n\n## Track A: Wood (5 h/week)\n\n- a\n\n## Track B: Tin\n\n- b\n";
    let rename = |item| Edit::Rename { item, text: "Gig".into() };
    let wanted = source.replace("Wood", "Gig");
    assert_eq!(after(source, "phase", "Track A: Wood (5 h/week)", rename), wanted);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn several_edits_come_back_in_any_layout(
        which in 0..LAYOUTS.len(),
        changes in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
    ) {
        let source = LAYOUTS[which];
        let mut roadmap = kept(source).expect("a document");
        for change in changes {
            let all: Vec<Edit> = roadmap.walk().flat_map(edits).collect();
            let change = change.get(&all).clone();
            prop_assume!(edit(&mut roadmap, &change).is_ok());
        }
        let back = comes_back(source, &roadmap);
        prop_assert!(back.is_ok(), "{}", back.unwrap_err());
    }
}
