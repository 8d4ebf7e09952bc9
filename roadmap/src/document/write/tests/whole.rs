//! A roadmap's document with what a person changed.

use super::{documents, kept, markdown};
use crate::document::tests::nothing_lost::line;
use crate::document::{keep_track, tracks};
use crate::edit::{Edit, edit};
use crate::item::Budget;
use crate::{Category, Item, ItemId, Roadmap};
use chrono::DateTime;
use proptest::prelude::*;

#[test]
fn what_nobody_touched_is_the_same_to_the_byte() {
    for (name, source) in documents() {
        for source in [
            source.to_owned(),
            format!("\u{feff}{}", source.replace('\n', "\r\n")),
            source.trim_end().to_owned(),
        ] {
            let roadmap = kept(&source).expect(name);
            assert_eq!(markdown(&roadmap, &source), source, "{name}");
            for track in tracks(&roadmap) {
                assert_eq!(
                    markdown(&keep_track(roadmap.clone(), track.id), &source),
                    source,
                    "{name}, one track"
                );
            }
        }
    }
}

/// A workbench, in several ways of writing.
const WORKBENCH: &str = "# A workbench

## Month 1: Wood

### Week 1: Timber

**Study (5 hours):**

1. Read about *ash* and [oak](oak.md) - slowly
2. Visit the yard
3. Choose boards

**Practice:**
```
1. Saw
2. Plane
```

---

### Week 2: Legs

* [ ] Tenons
* [X] Mortises

---

### Week 3-4: Top

- Glue

**Checkpoint:**
- [ ] It is flat
";

fn changed(source: &str, change: impl Fn(&mut Roadmap)) -> String {
    let mut roadmap = kept(source).expect("a document");
    change(&mut roadmap);
    markdown(&roadmap, source)
}

fn on(roadmap: &mut Roadmap, change: impl Fn(&dyn Fn(&str) -> ItemId) -> Edit) {
    let change =
        change(&|text| roadmap.walk().find(|item| item.text == text).map(|item| item.id).expect(text));
    assert_eq!(edit(roadmap, &change), Ok(true), "{change:?}");
}

/// The document with parts of it replaced.
fn with(replacements: &[(&str, &str)]) -> String {
    replacements.iter().fold(WORKBENCH.to_owned(), |text, (was, is)| {
        assert_eq!(text.matches(was).count(), 1, "{was}");
        text.replace(was, is)
    })
}

#[test]
fn ticks_are_the_persons() {
    let written = changed(WORKBENCH, |roadmap| {
        let mut left: Vec<&mut Item> = roadmap.items.iter_mut().collect();
        while let Some(item) = left.pop() {
            item.record.done_at = (item.text == "Tenons").then_some(DateTime::UNIX_EPOCH);
            left.extend(&mut item.children);
        }
    });
    assert_eq!(written, with(&[("[ ] Tenons", "[x] Tenons"), ("[X] Mortises", "[ ] Mortises")]));
}

#[test]
fn words_are_replaced_where_they_stand() {
    let rename = |was: &'static str, text: &str| {
        let text = text.to_owned();
        changed(WORKBENCH, move |roadmap| {
            on(roadmap, |id| Edit::Rename { item: id(was), text: text.clone() })
        })
    };
    assert_eq!(rename("Timber", "Wood & [bark]"), with(&[("1: Timber", "1: Wood & \\[bark\\]")]));
    assert_eq!(
        rename("Plane", "Plane *it*"),
        with(&[("2. Plane", "2. Plane *it*")]),
        "a fence has no markup"
    );
    assert_eq!(rename("Study", "Reading"), with(&[("**Study (", "**Reading (")]));
    assert_eq!(
        rename("Study", "Violin"),
        with(&[("**Study (5 hours)", "**Violin (5 hours, study)")]),
        "what it is for stays"
    );
    assert_eq!(
        rename("Read about ash and oak", "Read about elm"),
        with(&[("Read about *ash* and [oak](oak.md)", "Read about elm [oak](oak.md)")]),
        "a link is kept"
    );
}

#[test]
fn a_line_that_is_a_link_leads_where_it_led_under_another_name() {
    let source = "# T\n\n## Week 1: A\n\n**Resources:**\n\n- [*Oak* trees](oak.md) - slowly\n- https://example.org/ash\n- ./elm.pdf\n- On [beech](beech.md)\n";
    for (was, line, wanted) in [
        ("Oak trees", "[*Oak* trees](oak.md)", "[Wood](oak.md)"),
        ("https://example.org/ash", "https://example.org/ash", "[Wood](https://example.org/ash)"),
        ("./elm.pdf", "./elm.pdf", "[Wood](./elm.pdf)"),
        ("On beech", "On [beech](beech.md)", "Wood [beech](beech.md)"),
    ] {
        let written = changed(source, |roadmap| {
            on(roadmap, |id| Edit::Rename { item: id(was), text: "Wood".into() });
        });
        assert_eq!(written, source.replace(line, wanted));
    }
}

#[test]
fn a_line_added_behind_a_list_within_a_numbered_line_is_one_of_that_list() {
    let source = "# T\n\n## Week 1: A\n\n1. - [ ] Saw\n   - [ ] Plane\n2. Rest\n";
    let written = changed(source, |roadmap| {
        on(roadmap, |id| Edit::Add { at: id("Saw"), text: "Sand".into() });
    });
    assert_eq!(written, source.replace("Saw\n", "Saw\n   - [ ] Sand\n"));
}

#[test]
fn a_stage_says_its_weeks_once_whatever_it_is_called() {
    let rename = |was: &'static str, text: &'static str| {
        changed(WORKBENCH, |roadmap| on(roadmap, |id| Edit::Rename { item: id(was), text: text.into() }))
    };
    assert_eq!(rename("Timber", "Week 9: Taper"), with(&[("Week 1: Timber", "Week 1: Taper")]));
    assert_eq!(rename("Top", "Weeks 3-4: Lid"), with(&[("Week 3-4: Top", "Week 3-4: Lid")]));
    assert_eq!(
        rename("Timber", "As in week 9"),
        with(&[("Week 1: Timber", "Week 1: As in week 9")]),
        "words about another week stay"
    );
    let bare = WORKBENCH.replace("Week 2: Legs", "Week 2");
    let written = changed(&bare, |roadmap| {
        on(roadmap, |id| Edit::Rename { item: id("Week 2"), text: "Week 9: Taper".into() });
    });
    assert_eq!(written, bare.replace("Week 2\n", "Week 2: Taper\n"));
    let written = changed(WORKBENCH, |roadmap| {
        on(roadmap, |id| Edit::AddStage { after: id("Legs"), title: "Week 9: Taper".into(), weeks: 1 });
    });
    assert!(written.contains("### Week 3: Taper\n"), "{written}");
}

#[test]
fn the_weeks_in_a_phases_title_are_written_anew() {
    let source =
        "# Choir\n\n## Phase 1: Breath (Weeks 1–2)\n\n### Week 1: Ribs\n- Hum\n\n### Week 2: Belly\n- Sigh\n";
    let written =
        changed(source, |roadmap| on(roadmap, |id| Edit::SetLength { stage: id("Ribs"), weeks: 3 }));
    let wanted = source
        .replace("Weeks 1–2", "Weeks 1–4")
        .replace("Week 1:", "Week 1-3:")
        .replace("Week 2:", "Week 4:");
    assert_eq!(written, wanted);
}

#[test]
fn lines_that_go_leave_rules_and_fences() {
    let remove = |gone: &'static [&str]| {
        changed(WORKBENCH, |roadmap| {
            gone.iter().for_each(|text| on(roadmap, |id| Edit::Remove { item: id(text) }))
        })
    };
    assert_eq!(remove(&["Choose boards"]), with(&[("3. Choose boards\n", "")]));
    assert_eq!(
        remove(&["Visit the yard"]),
        with(&[("2. Visit the yard\n", ""), ("3. Choose", "2. Choose")]),
        "lists are numbered anew"
    );
    assert_eq!(remove(&["Saw", "Plane"]), with(&[("1. Saw\n2. Plane\n", "")]));
    assert_eq!(
        remove(&["Practice"]),
        with(&[("**Practice:**\n```\n1. Saw\n2. Plane\n```\n\n", "")]),
        "a fence goes with all that is in it"
    );
    assert_eq!(
        remove(&["Legs"]),
        with(&[
            ("### Week 2: Legs\n\n* [ ] Tenons\n* [X] Mortises\n\n---\n\n", ""),
            ("Week 3-4", "Week 2-3")
        ])
    );
}

#[test]
fn what_moves_takes_its_lines_along_and_lists_are_numbered_anew() {
    let crlf = WORKBENCH.replace('\n', "\r\n");
    let written =
        changed(&crlf, |roadmap| on(roadmap, |id| Edit::Move { item: id("Choose boards"), by: -1 }));
    let wanted = with(&[("2. Visit the yard\n3. Choose boards", "2. Choose boards\n3. Visit the yard")]);
    assert_eq!(written, wanted.replace('\n', "\r\n"));
    let written = changed(WORKBENCH, |roadmap| on(roadmap, |id| Edit::Move { item: id("Legs"), by: 1 }));
    let legs = "* [ ] Tenons\n* [X] Mortises\n";
    let top = "- Glue\n\n**Checkpoint:**\n- [ ] It is flat\n";
    let wanted = with(&[
        (&format!("### Week 2: Legs\n\n{legs}"), &format!("### Week 2-3: Top\n\n{top}")),
        ("### Week 3-4: Top\n\n- Glue\n\n**Checkpoint:**\n- [ ] It is flat\n", ""),
    ]);
    let wanted = format!("{wanted}### Week 4: Legs\n\n{legs}");
    assert_eq!(written, wanted);
}

#[test]
fn what_is_new_looks_like_its_siblings() {
    let add = |at: &'static str, text: &'static str| {
        changed(WORKBENCH, |roadmap| on(roadmap, |id| Edit::Add { at: id(at), text: text.into() }))
    };
    assert_eq!(
        add("Read about ash and oak", "Rest"),
        with(&[("2. Visit", "2. Rest\n3. Visit"), ("3. Choose", "4. Choose")])
    );
    assert_eq!(add("Plane", "Sand"), with(&[("2. Plane\n", "2. Plane\n3. Sand\n")]));
    assert_eq!(add("Mortises", "# Pegs"), with(&[("Mortises\n", "Mortises\n* [ ] \\# Pegs\n")]));
    assert_eq!(add("It is flat", "It is oiled"), with(&[("flat\n", "flat\n- [ ] It is oiled\n")]));
    let written = changed(WORKBENCH, |roadmap| {
        on(roadmap, |id| Edit::AddStage { after: id("Legs"), title: "Vice".into(), weeks: 2 });
        on(roadmap, |id| Edit::AddActivity {
            stage: id("Vice"),
            title: "Metalwork".into(),
            category: Category::HandsOn,
            budget: Some(Budget::Day { least: 30, most: 45 }),
        });
        on(roadmap, |id| Edit::Add { at: id("Metalwork"), text: "File the jaws".into() });
    });
    let vice =
        "### Weeks 3-4: Vice\n\n**Metalwork (30-45 min a day, hands-on):**\n\n- [ ] File the jaws\n\n---\n\n";
    assert_eq!(
        written,
        with(&[("Mortises\n\n---\n\n### Week 3-4", &format!("Mortises\n\n{vice}### Week 5-6"))])
    );
}

#[test]
fn hours_weeks_and_kinds_of_work_are_written_into_their_line() {
    let to = |change: &dyn Fn(ItemId) -> Edit, text: &str| {
        changed(WORKBENCH, |roadmap| on(roadmap, |id| change(id(text))))
    };
    let budget = Some(Budget::Week { least: 120, most: 150 });
    let written = to(&|activity| Edit::SetBudget { activity, budget }, "Study");
    assert_eq!(written, with(&[("(5 hours)", "(2-2.5 hours a week)")]));
    let written = to(&|activity| Edit::SetBudget { activity, budget: None }, "Study");
    assert_eq!(written, with(&[("Study (5 hours)", "Study")]));
    let written = to(&|activity| Edit::SetBudget { activity, budget }, "Practice");
    assert_eq!(written, with(&[("Practice:", "Practice (2-2.5 hours a week):")]));
    let written = to(&|activity| Edit::SetCategory { activity, category: Category::JobSearch }, "Study");
    assert_eq!(written, with(&[("(5 hours)", "(5 hours, job search)")]));
    let written = to(&|stage| Edit::SetLength { stage, weeks: 2 }, "Legs");
    assert_eq!(written, with(&[("Week 2:", "Week 2-3:"), ("Week 3-4:", "Week 4-5:")]));
}

#[test]
fn a_list_whose_lines_all_have_one_number_keeps_it() {
    let level = |text: &str| text.replace("2. Visit", "1. Visit").replace("3. Choose", "1. Choose");
    let written = changed(&level(WORKBENCH), |roadmap| {
        on(roadmap, |id| Edit::Move { item: id("Choose boards"), by: -1 });
        on(roadmap, |id| Edit::Add { at: id("Visit the yard"), text: "Pay".into() });
    });
    let wanted =
        with(&[("2. Visit the yard\n3. Choose boards", "1. Choose boards\n1. Visit the yard\n1. Pay")]);
    assert_eq!(written, wanted);
}

#[test]
fn a_long_list_keeps_what_is_below_its_lines() {
    let lines: String = (1..=9).map(|number| format!("{number}. Song {number}\n   - Verse\n")).collect();
    let source = format!("# Songs\n\n## Week 1: Sing\n\n{lines}");
    let written =
        changed(&source, |roadmap| on(roadmap, |id| Edit::Add { at: id("Song 1"), text: "Hum".into() }));
    let again = kept(&written).expect("a document");
    let song = again.walk().find(|item| item.text == "Song 9").expect("it");
    assert_eq!(song.children.len(), 1, "{written}");
    assert!(written.contains("10. Song 9\n    - Verse"), "{written}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn no_mixture_of_lines_is_written_otherwise(lines in prop::collection::vec(line(), 1..40), crlf in any::<bool>()) {
        let source = lines.join(if crlf { "\r\n" } else { "\n" });
        prop_assume!(!source.trim().is_empty());
        let roadmap = kept(&source).expect("readable");
        prop_assert_eq!(markdown(&roadmap, &source), source);
    }
}
