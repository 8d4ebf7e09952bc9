//! Ways out, and what they do to a roadmap.

use super::cases::CASES;
use super::{ITALIAN, MARATHON, findings, read};
use crate::check::{Change, Finding, apply, check};
use crate::document::tests::fixtures::ALL;
use crate::item::Comparator;
use crate::{Category, ItemId, Kind, Roadmap};

#[test]
fn the_first_way_out_of_each_finding_leaves_none() {
    for case in CASES {
        let mut roadmap = read(&case.wrong());
        let found = check(&roadmap);
        let remedy = &found[0].remedies[0];
        assert!(apply(&mut roadmap, &remedy.change), "{} does nothing", remedy.label);
        assert_eq!(check(&roadmap), [], "after {:?}", remedy.label);
    }
}

#[test]
fn every_way_out_settles_its_finding() {
    for case in CASES {
        let wrong = read(&case.wrong());
        let found = check(&wrong);
        for remedy in &found[0].remedies {
            let mut roadmap = wrong.clone();
            assert!(apply(&mut roadmap, &remedy.change), "{} does nothing", remedy.label);
            let left = check(&roadmap).iter().any(|left| left.rule == case.rule);
            assert!(!left, "after {:?}", remedy.label);
        }
    }
}

#[test]
fn a_finding_keeps_its_key_while_the_document_says_the_same() {
    for case in CASES {
        let source = case.wrong();
        let moved = source.replacen("## Month 1", "Words before.\n\n- And a line\n\n## Month 1", 1);
        let keys = |source: &str| findings(source).into_iter().map(|found| found.key).collect::<Vec<_>>();
        assert_eq!(keys(&source), keys(&moved));
    }
}

#[test]
fn keys_are_different_from_each_other() {
    let twice = format!("{}\n{}", CASES[0].wrong(), CASES[0].wrong());
    let mut keys: Vec<_> = findings(&twice).into_iter().map(|found| found.key).collect();
    let all = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), all);
}

#[test]
fn a_number_changes_in_its_words_and_in_its_measure() {
    let mut roadmap = read(ITALIAN);
    let metric = named(&roadmap, "35+ conversations held");
    let Some(Kind::Metric { measure: Some(mut measure) }) =
        roadmap.find(metric).map(|item| item.kind.clone())
    else {
        panic!("a metric")
    };
    measure.value = 40.0;
    let change = |item| Change::SetMeasures {
        measures: vec![crate::check::NewMeasure { item, measure: measure.clone() }],
    };
    assert!(apply(&mut roadmap, &change(metric)));
    let item = roadmap.find(metric).expect("the metric");
    assert_eq!(item.text, "40+ conversations held");
    assert_eq!(item.kind, Kind::Metric { measure: Some(measure.clone()) });

    let boxed = named(&roadmap, "Held 15+ conversations");
    assert!(apply(&mut roadmap, &change(boxed)));
    let item = roadmap.find(boxed).expect("the checkpoint item");
    assert_eq!(
        (item.text.as_str(), item.children[0].text.as_str()),
        ("Held 40+ conversations", "Held 40+ conversations")
    );
    let claims = matches!(&item.children[0].kind, Kind::Target { measure: Some(claim) } if claim.value == 40.0 && claim.comparator == Comparator::AtLeast);
    assert!(claims, "the claim by the way follows");
}

#[test]
fn a_change_finds_nothing_to_do_twice_or_on_what_is_gone() {
    let mut roadmap = read(ITALIAN);
    let gone = ItemId(9_999);
    for change in [
        Change::SetStated { template: gone, minutes: 60 },
        Change::SetOptional { step: gone, optional: true },
        Change::AddStep { activity: gone, text: "Sing".into() },
        Change::SetText { item: gone, text: "Sing".into() },
        Change::OpenBlocks { blocks: vec![gone], category: Category::Study },
    ] {
        assert!(!apply(&mut roadmap, &change), "{change:?}");
    }
    assert_eq!(roadmap, read(ITALIAN));
    let choice = named(&roadmap, "Optional Project 3: A play");
    let needed = Change::SetOptional { step: choice, optional: false };
    assert!(apply(&mut roadmap, &needed));
    assert!(!apply(&mut roadmap, &needed));
    assert_eq!(roadmap.find(choice).expect("the choice").text, "Project 3: A play");
}

#[test]
fn a_new_step_has_a_name_of_its_own() {
    let mut roadmap = read(ITALIAN);
    let known: Vec<ItemId> = roadmap.walk().map(|item| item.id).collect();
    let activity = named(&roadmap, "Practice");
    assert!(apply(&mut roadmap, &Change::AddStep { activity, text: "Sing".into() }));
    let step = roadmap.find(activity).and_then(|item| item.children.last()).expect("the step");
    assert_eq!((step.text.as_str(), &step.kind), ("Sing", &Kind::Step { optional: false }));
    assert!(!known.contains(&step.id));
}

fn named(roadmap: &Roadmap, text: &str) -> ItemId {
    roadmap.walk().find(|item| item.text == text).unwrap_or_else(|| panic!("an item named {text:?}")).id
}

#[test]
fn a_stage_without_activities_takes_the_step_itself() {
    let mut roadmap = read(
        "# Garden\n\n## Month 1\n\n### Week 1\n\n- [ ] Dig 3 beds\n\n## Success metrics\n\n### Month 1\n\n- Shed built\n",
    );
    let found = check(&roadmap);
    let remedy = &found[0].remedies[0];
    assert_eq!(remedy.label, "Add “Build the shed” to week 1");
    assert!(apply(&mut roadmap, &remedy.change));
    assert_eq!(check(&roadmap), []);
}

/// Documents with contradictions: those of the fixtures, and some with hours that a way out changes.
fn contradicting() -> Vec<String> {
    let mut sources: Vec<String> = ALL.iter().map(|fixture| fixture.source.to_owned()).collect();
    sources.push(include_str!("../../../../tests/fixtures/reference-like.md").to_owned());
    sources.extend([ITALIAN.to_owned(), MARATHON.to_owned()]);
    sources.extend(CASES.iter().map(super::cases::Case::wrong));
    sources.push(HEADED.to_owned());
    sources
}

/// A week whose heading names the hours of its parts, which are more than there is room for.
const HEADED: &str = "# Cello\n\n## Month 1\n\n### Week 1: Scales (20 hours)\n\n**Study (13 hours):**\n\n- Read\n\n\
    **Practice (7 hours):**\n\n- Play\n\n## Weekly schedule\n\n### Term time\n\n- Monday: Study (5 hours)\n- Friday: Practice (7 hours)\n";

#[test]
fn no_way_out_leads_into_another_contradiction() {
    for source in contradicting() {
        let before = read(&source);
        let known = check(&before);
        for (finding, remedy) in
            known.iter().flat_map(|found| found.remedies.iter().map(move |it| (found, it)))
        {
            let mut roadmap = before.clone();
            assert!(apply(&mut roadmap, &remedy.change), "{} does nothing", remedy.label);
            let new: Vec<Finding> =
                check(&roadmap).into_iter().filter(|left| is_new(left, &known, &before)).collect();
            assert_eq!(new, [], "{:?} of {:?}", remedy.label, finding.says);
        }
    }
}

/// True for a finding that rests on a line of the document on which none of its rule did.
fn is_new(finding: &Finding, known: &[Finding], document: &Roadmap) -> bool {
    let added = |item: ItemId| document.find(item).is_none();
    let rests = |before: &Finding| {
        let held = |item: ItemId| before.claims.iter().any(|claim| claim.item == item);
        finding.claims.iter().all(|claim| added(claim.item) || held(claim.item))
    };
    !known.iter().any(|before| before.rule == finding.rule && rests(before))
}
