//! What holds of any document and any change to it.

use super::*;
use crate::Category;
use crate::document::bundled;
use crate::item::{Budget, Record};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::{BTreeMap, BTreeSet};

macro_rules! dialects {
    ($($file:literal),*) => {
        &[$(include_str!(concat!("../../../../../tests/fixtures/dialects/", $file, ".md"))),*]
    };
}

const DIALECTS: &[&str] = dialects![
    "choices",
    "clock",
    "dated",
    "day-headings",
    "days",
    "gates-and-accounts",
    "goals-and-targets",
    "hour-columns",
    "lengths",
    "named-tracks",
    "no-weeks",
    "open-ended",
    "resources",
    "steps",
    "tracks",
    "weeks-in-a-list",
    "weeks-in-a-table",
    "weeks-in-bold"
];

fn document() -> impl Strategy<Value = &'static str> {
    let mut all = DIALECTS.to_vec();
    all.push(include_str!("../../../../../tests/fixtures/reference-like.md"));
    all.push(bundled()[0].source);
    prop::sample::select(all)
}

/// A change to a document: at a line, of a kind, with another line.
type Cut = (Index, usize, Index);

fn cuts() -> impl Strategy<Value = Vec<Cut>> {
    prop::collection::vec((any::<Index>(), 0..7_usize, any::<Index>()), 0..8)
}

const NEW: [&str; 8] = [
    "- [ ] Feed the bees",
    "- [x] Mend the hive",
    "### Week 3: Honey",
    "## Month 9: Wax",
    "**Study (7 hours):**",
    "**Checkpoint:**",
    "",
    "Bees sleep in winter.",
];

fn cut(source: &str, cuts: &[Cut]) -> String {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    for (at, what, other) in cuts {
        if lines.is_empty() {
            break;
        }
        let (at, to) = (at.index(lines.len()), other.index(lines.len()));
        match what {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, NEW[other.index(NEW.len())].to_owned()),
            2 => lines.swap(at, to),
            3 => {
                let line = lines.remove(at);
                lines.insert(to, line);
            }
            4 => lines[at] = format!("  {}", lines[at]),
            5 if lines[at].starts_with('#') => lines[at].push_str(" anew"),
            5 => lines[at] = lines[at].replace("[ ]", "[x]").replace("[x]", "[ ]"),
            _ => lines[at] = lines[at].chars().rev().collect(),
        }
    }
    lines.push("- A last line".to_owned());
    lines.join("\n")
}

/// The least name of what a person adds.
const BY_HAND: i64 = 1_000_000;

/// What a person does: to an item, in a way.
fn deeds() -> impl Strategy<Value = Vec<(Index, usize)>> {
    prop::collection::vec((any::<Index>(), 0..14_usize), 0..12)
}

/// The edit of that number; none for what is no edit.
fn edit_of(what: usize, item: ItemId) -> Option<Edit> {
    let hours = Some(Budget::Week { least: 60, most: 120 });
    Some(match what {
        0 => Edit::Rename { item, text: "Something else".into() },
        1 => Edit::Rename { item, text: "At least 7 jars of honey".into() },
        2 => Edit::Add { at: item, text: "Something of my own".into() },
        3 => Edit::Move { item, by: 2 },
        4 => Edit::Move { item, by: -3 },
        5 => Edit::Remove { item },
        6 => Edit::SetBudget { activity: item, budget: hours },
        7 => Edit::SetCategory { activity: item, category: Category::Writing },
        8 => Edit::SetLength { stage: item, weeks: 3 },
        9 => Edit::AddStage { after: item, title: "A stage of my own".into(), weeks: 2 },
        10 => Edit::AddPhase { after: Some(item), title: "A phase of my own".into() },
        11 => Edit::AddActivity {
            stage: item,
            title: "An activity of my own".into(),
            category: Category::Rest,
            budget: hours,
        },
        _ => return None,
    })
}

fn course(source: &str, deeds: &[(Index, usize)]) -> Course {
    let mut course = Course::of(source);
    let mut added = 0;
    for (which, what) in deeds {
        let before = ids(&course.roadmap);
        if before.is_empty() {
            break;
        }
        let item = before[which.index(before.len())];
        match edit_of(*what, item) {
            // Not everything can be done to every item.
            Some(edit) => drop(course.try_edit(&edit)),
            None if *what == 12 => course.change(item, |item| item.record.evidence = Some("seen".into())),
            None => course.change(item, |item| item.record.done_at = Some(WHEN)),
        }
        // The app's names are never given twice.
        for new in ids(&course.roadmap).into_iter().filter(|id| !before.contains(id)) {
            course.change(new, |item| item.id.0 = BY_HAND + added);
            added += 1;
        }
    }
    course
}

fn ids(roadmap: &Roadmap) -> Vec<ItemId> {
    roadmap.walk().map(|item| item.id).collect()
}

fn check(course: &Course, theirs: &Roadmap) -> Result<Merge, TestCaseError> {
    let merge = course.merged(theirs);
    let after = ids(&merge.roadmap);
    let unique: BTreeSet<ItemId> = after.iter().copied().collect();
    prop_assert_eq!(unique.len(), after.len(), "each name is there once");
    for item in course.roadmap.walk() {
        let shown = unique.contains(&item.id);
        let removed = merge.removed.iter().filter(|id| **id == item.id).count();
        prop_assert_eq!(usize::from(shown) + removed, 1, "{} is shown or removed", item.text);
        let kept = merge.roadmap.walk().chain(&merge.archived).find(|after| after.id == item.id);
        let record = kept.map(|kept| {
            // A line may take over the tick of what repeated it.
            let done_at = kept.record.done_at.filter(|_| item.is_done());
            Record { done_at, ..kept.record.clone() }
        });
        prop_assert_eq!(record.as_ref(), Some(&item.record), "the record of {}", item.text);
        let by_hand = (BY_HAND..2 * BY_HAND).contains(&item.id.0);
        prop_assert!(shown || !by_hand, "{} was added by hand", item.text);
    }
    for item in &course.archived {
        let shown = unique.contains(&item.id);
        prop_assert_eq!(shown, merge.restored.contains(&item.id));
        prop_assert_eq!(shown, !merge.archived.iter().any(|other| other.id == item.id));
    }
    let mut known = merge.differences.iter().map(|difference| difference.item);
    prop_assert!(known.all(|id| unique.contains(&id) || merge.removed.contains(&id)));
    Ok(merge)
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn an_unchanged_document_changes_nothing(source in document(), deeds in deeds()) {
        let course = course(source, &deeds);
        let merge = check(&course, &course.base)?;
        prop_assert_eq!(&merge.roadmap, &course.roadmap);
        prop_assert_eq!(&merge.differences, &[]);
        prop_assert_eq!((merge.removed.len(), merge.restored.len(), merge.newly_ticked.len()), (0, 0, 0));
    }

    #[test]
    fn nothing_is_lost_and_a_second_merge_changes_nothing(
        source in document(), before in cuts(), after in cuts(), deeds in deeds()
    ) {
        let course = course(&cut(source, &before), &deeds);
        let theirs = read(&cut(&cut(source, &before), &after));
        let merge = check(&course, &theirs)?;
        let again = Course { base: theirs.clone(), roadmap: merge.roadmap, archived: merge.archived };
        let second = check(&again, &theirs)?;
        prop_assert_eq!(&second.roadmap, &again.roadmap);
        // Of equal lines that are all out, another may be the one that the document still says.
        let names = |items: &[Item]| items.iter().map(|item| item.id).collect::<Vec<_>>();
        prop_assert_eq!(names(&second.archived), names(&again.archived));
        prop_assert_eq!(second.differences.iter().filter(|one| one.differs != Differs::Unticked).count(), 0);
    }

    #[test]
    fn documents_of_other_fields_merge_too(one in document(), other in document(), deeds in deeds()) {
        check(&course(one, &deeds), &read(other))?;
    }

    #[test]
    fn a_tick_survives_whatever_leaves_the_words_of_its_line(
        source in document(), cuts in cuts(), ticked in prop::collection::vec(any::<Index>(), 1..20)
    ) {
        let mut course = Course::of(source);
        let tickable: Vec<ItemId> =
            course.roadmap.walk().filter(|item| item.can_be_done() && !item.text.is_empty()).map(|item| item.id).collect();
        prop_assume!(!tickable.is_empty());
        for which in ticked {
            course.change(tickable[which.index(tickable.len())], |item| item.record.done_at = Some(WHEN));
        }
        let theirs = read(&cut(source, &cuts));
        let merge = check(&course, &theirs)?;
        let lines = |roadmap: &Roadmap, counts: &dyn Fn(&Item) -> bool| {
            let mut found: BTreeMap<String, usize> = BTreeMap::new();
            for item in roadmap.walk().filter(|item| counts(item)) {
                *found.entry(item.text.clone()).or_default() += 1;
            }
            found
        };
        let may = |item: &Item| item.can_be_done();
        let (were, before) = (lines(&course.roadmap, &may), lines(&course.roadmap, &|item| may(item) && item.is_done()));
        let (are, after) = (lines(&merge.roadmap, &may), lines(&merge.roadmap, &|item| may(item) && item.is_done()));
        for (text, ticks) in before {
            // Of equal lines, some ticked and some not, any may be the one that is gone.
            let gone = were[&text].saturating_sub(are.get(&text).copied().unwrap_or(0));
            let kept = after.get(&text).copied().unwrap_or(0);
            prop_assert!(kept + gone >= ticks, "{}: {} of {} ticks, {} lines gone", text, kept, ticks, gone);
        }
    }
}
