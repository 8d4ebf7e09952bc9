//! Gates from ticks, evidence, counts and the person's own word.

use super::super::{Counts, MetricReading, gates};
use crate::item::{Comparator, Measure};
use crate::plan::fixture::{item, phase, range, roadmap, step};
use crate::{Item, Kind, Roadmap};

fn metric(text: &str, comparator: Comparator, value: f64, upper: Option<f64>) -> Item {
    let measure = Measure { comparator, value, upper, unit: String::new() };
    item(Kind::Metric { measure: Some(measure) }, text, vec![])
}

fn project(number: u32, done: bool) -> Item {
    let mut only = step("Ship it");
    only.record.done_at = done.then(|| "2026-12-01T12:00:00Z".parse().expect("an instant"));
    let optional = item(Kind::Step { optional: true }, "Polish it", vec![]);
    item(Kind::Project { number: Some(number) }, "A project", vec![only, optional])
}

fn with(mut metric: Item, record: impl FnOnce(&mut Item), others: Vec<Item>) -> Roadmap {
    record(&mut metric);
    let gate = item(Kind::Gate { months: range(1, 1) }, "Month 1", vec![metric]);
    roadmap(vec![phase(range(2, 2), vec![]), phase(range(1, 1), others), gate])
}

fn reading(roadmap: &Roadmap, counts: &Counts) -> MetricReading {
    gates(roadmap, counts)[0].metrics[0]
}

#[test]
fn a_gate_belongs_to_the_phase_of_its_months() {
    let roadmap = with(metric("Projects", Comparator::AtLeast, 1.0, None), |_| (), vec![]);
    let phase = roadmap.phases().nth(1).map(|phase| phase.id);
    assert_eq!(gates(&roadmap, &Counts::default())[0].phase, phase);
}

#[test]
fn a_gate_of_one_month_belongs_to_the_phase_that_spans_it() {
    let gate = item(Kind::Gate { months: range(2, 2) }, "Month 2", vec![]);
    let roadmap = roadmap(vec![phase(range(4, 6), vec![]), phase(range(1, 3), vec![]), gate]);
    let phase = roadmap.phases().nth(1).map(|phase| phase.id);
    assert_eq!(gates(&roadmap, &Counts::default())[0].phase, phase);
}

#[test]
fn projects_count_once_all_their_parts_are_done() {
    let of = |projects| {
        let metric = metric("production projects deployed", Comparator::AtLeast, 1.0, None);
        reading(&with(metric, |_| (), projects), &Counts::default())
    };
    let half = of(vec![project(1, true), project(1, false)]);
    assert_eq!((half.reading, half.counted, half.met), (Some(0.0), true, false));
    let whole = of(vec![project(1, true), project(1, true), project(2, false)]);
    assert_eq!((whole.reading, whole.needed, whole.met), (Some(1.0), Some(1.0), true));
}

/// A choice of two options with a step each, one of them picked and done where that is said.
fn choice(text: &str, picked: bool, done: bool) -> Item {
    let option = |chosen: bool| {
        let mut only = step("Build it");
        only.record.done_at = (chosen && done).then(|| "2026-12-01T12:00:00Z".parse().expect("an instant"));
        let kind = Kind::Option { label: "A".to_owned(), suits: None };
        let mut option = item(kind, "An option", vec![only]);
        option.record.chosen = chosen;
        option
    };
    item(Kind::Choice, text, vec![option(false), option(picked)])
}

#[test]
fn a_project_with_a_choice_is_finished_by_the_option_that_was_picked() {
    let of = |choice: Item| {
        let mut project = project(1, true);
        project.children.push(choice);
        let metric = metric("projects deployed", Comparator::AtLeast, 1.0, None);
        reading(&with(metric, |_| (), vec![project]), &Counts::default()).reading
    };
    assert_eq!(of(choice("Which project", true, true)), Some(1.0), "and the choice in it is no second one");
    assert_eq!(of(choice("Choose one", true, false)), Some(0.0));
    assert_eq!(of(choice("Choose one", false, false)), Some(0.0), "nothing is picked yet");
}

#[test]
fn a_choice_among_projects_is_a_project() {
    let metric = metric("projects", Comparator::AtLeast, 1.0, None);
    let roadmap = with(metric, |_| (), vec![choice("Project 5 ideas", true, true)]);
    assert!(reading(&roadmap, &Counts::default()).met);
}

#[test]
fn posts_count_with_their_evidence() {
    let mut post = item(Kind::Deliverable, "A blog post", vec![]);
    post.record.evidence = Some("https://example.org/post".to_owned());
    let other = item(Kind::Deliverable, "Another blog post", vec![]);
    let metric = metric("blog posts published", Comparator::AtLeast, 2.0, None);
    let reading = reading(&with(metric, |_| (), vec![post, other]), &Counts::default());
    assert_eq!((reading.reading, reading.met), (Some(1.0), false));
}

#[test]
fn applications_and_interviews_come_from_their_counts() {
    let counts = Counts { applications: Some(52), mock_interviews: Some(3), ..Counts::default() };
    let of = |text, value| {
        let metric = metric(text, Comparator::AtLeast, value, None);
        reading(&with(metric, |_| (), vec![]), &counts)
    };
    assert!(of("Applied to 50+ jobs", 50.0).met);
    assert!(!of("10+ mock interviews", 10.0).met);
    assert_eq!(of("5+ on-site interviews", 5.0).reading, None, "nothing counts them yet");
}

#[test]
fn more_than_a_range_asks_is_met_too() {
    let counts = Counts { offers: Some(4), ..Counts::default() };
    let metric = metric("job offers", Comparator::Between, 1.0, Some(3.0));
    assert!(reading(&with(metric, |_| (), vec![]), &counts).met);
}

#[test]
fn what_the_person_says_comes_first() {
    let metric = metric("projects", Comparator::AtLeast, 3.0, None);
    let said = with(metric, |metric| metric.record.reading = Some(5.0), vec![project(1, true)]);
    let reading = reading(&said, &Counts::default());
    assert_eq!((reading.reading, reading.counted, reading.met), (Some(5.0), false, true));
}

#[test]
fn a_metric_without_a_number_is_met_when_it_is_ticked() {
    let words = item(Kind::Metric { measure: None }, "Can explain it", vec![]);
    let ticked =
        with(words.clone(), |metric| metric.record.done_at = "2026-12-01T12:00:00Z".parse().ok(), vec![]);
    assert!(reading(&ticked, &Counts::default()).met);
    let open = reading(&with(words, |_| (), vec![]), &Counts::default());
    assert_eq!((open.met, open.needed), (false, None));
}
