//! Why something is work of a category, and where its hours come from.

use super::{Clause, Found, Told, guess, sure};
use crate::Category;
use crate::document::outline::Shape;
use crate::document::recognise::contents::is_heading;
use crate::document::recognise::hours::titled;
use crate::document::recognise::labels::{Label, Meaning};
use crate::document::recognise::promotion::PROMOTED;
use crate::document::recognise::{budgets, categories, weekdays};
use crate::document::why::HoursFrom;
use crate::item::{Budget, Item, Kind};
use std::borrow::Cow;

impl<'a> Told<'a> {
    pub(super) fn activity(&self, found: &Found<'a>, category: Category, budget: Option<Budget>) -> Clause {
        let item = found.item;
        if self.category_said(found) {
            return sure("you said what kind of work it is");
        }
        if found.is_implied() {
            return guess("stands for all the work of its stage");
        }
        let node = self.node(item);
        if node.is_some_and(|node| node.shape == Shape::Row) {
            let note = item.note.as_deref().unwrap_or_default();
            let says = categories::of(&item.text).or_else(|| categories::of(note)) == Some(category);
            return ("a row of a table with hours".to_owned(), says);
        }
        let says = categories::of(&item.text) == Some(category);
        let label = self.label(item);
        let project = matches!(&label, Some(Label { meaning: Meaning::Project(_), .. }));
        let spent = label.and_then(|label| label.budget).map(hours);
        let place = if node.is_some_and(is_heading) { "heading" } else { "label" };
        match (spent, category.words()) {
            (Some(spent), _) if project => sure(format!("its {place} says project and {spent}")),
            (Some(spent), kind) if says => sure(format!("its {place} says {kind} and {spent}")),
            (Some(_), kind) => {
                let lines = item.children.iter().map(|line| line.text.as_str());
                let sounds = categories::of_most(lines) == Some(category);
                let why =
                    if sounds { format!("; what is below it sounds like {kind}") } else { String::new() };
                guess(format!("its {place} says hours but no kind of work{why}"))
            }
            (None, _) if self.said(item).is_some_and(|said| said.hours.is_some()) => {
                guess("you gave it hours; it names no kind of work")
            }
            (None, kind) if says => sure(format!("its {place} says {kind}")),
            (None, _) if weekdays::days_at(&item.text).is_some() && budget.is_some() => {
                guess("is named for a day of the week")
            }
            (None, kind) => guess(format!("what is below it sounds like {kind}")),
        }
    }

    fn category_said(&self, found: &Found<'a>) -> bool {
        let named = if found.is_implied() { found.stage } else { Some(found.item) };
        named.and_then(|item| self.said(item)).is_some_and(|said| said.category.is_some())
    }

    /// Where an activity's hours come from.
    pub(super) fn hours(&self, found: &Found<'a>) -> Option<HoursFrom> {
        let Kind::Activity { budget: Some(budget), .. } = found.item.kind else { return None };
        let (from, sure) = self.source_of_hours(found);
        Some(HoursFrom { reason: format!("{}, {from}", hours(budget)), sure })
    }

    /// Where the hours of a stage as a whole come from, if it has any.
    pub(super) fn hours_of_stage(&self, stage: &Item) -> Option<&'static str> {
        let is_titled = |text: &str| titled(text).is_some_and(|(_, text)| !text.is_empty());
        if let Some(node) = self.node(stage).filter(|node| is_titled(node.text())) {
            let is_promoted = matches!(node.shape, Shape::Heading(level) if level >= PROMOTED);
            return Some(if is_promoted { "from the stage's own line" } else { "from the heading" });
        }
        let is_whole = |item: &&Item| item.span.end == item.span.start;
        let whole = stage.children.iter().filter(is_whole).flat_map(|whole| &whole.children);
        let states = |line: &Item| budgets::stated(line).is_some();
        stage.children.iter().chain(whole).any(states).then_some("from a line of the stage")
    }

    fn source_of_hours(&self, found: &Found<'a>) -> (Cow<'static, str>, bool) {
        if let Some((from, sure)) = self.nearer_source_of_hours(found) {
            return (from.into(), sure);
        }
        match found.stage.and_then(|stage| self.table_of_hours(stage)) {
            Some(line) => (format!("from the table in line {line}").into(), true),
            None if budgets::sum_of_named_steps(found.item, self.sayings).is_some() => {
                ("the sum of the steps that name some".into(), true)
            }
            None => ("from what stands around it".into(), false),
        }
    }

    /// What gives an activity hours, unless a table elsewhere does.
    fn nearer_source_of_hours(&self, found: &Found<'a>) -> Option<(&'static str, bool)> {
        let item = found.item;
        let gave = |item: &Item| self.said(item).is_some_and(|said| said.hours.is_some());
        if !found.is_implied() && gave(item) || found.stage.is_some_and(gave) {
            return Some(("as you said", true));
        }
        let node = self.node(item).filter(|_| !found.is_implied());
        if node.is_some_and(|node| node.shape == Shape::Row) {
            return Some(("from the table", true));
        }
        if node.is_some() && self.label(item).is_some_and(|label| label.budget.is_some()) {
            let from = if node.is_some_and(is_heading) { "from its heading" } else { "from its label" };
            return Some((from, true));
        }
        if let Some(from) = found.of_stage {
            return Some(if found.is_implied() { (from, true) } else { ("shared from its stage", false) });
        }
        if weekdays::days_at(&item.text).is_some() {
            return Some(("from that day's blocks", true));
        }
        if budgets::sum_of_steps(item, self.sayings).is_some() {
            return Some(("the sum of its steps", true));
        }
        if found.of_phase {
            return Some(("shared from the phase", false));
        }
        self.for_all.map(|_| ("said once for the whole document", false))
    }

    /// The line of the table elsewhere that the hours of a stage's work come from. Only what nothing nearer gives
    /// hours has them from there.
    fn table_of_hours(&self, stage: &Item) -> Option<usize> {
        let Kind::Stage { weeks: Some(weeks), .. } = stage.kind else { return None };
        self.allotted.line_of(weeks)
    }
}

/// "15 hours", "2-4 hours a week", "90 minutes".
fn hours(budget: Budget) -> String {
    let (least, most, per) = match budget {
        Budget::Stage { least, most } => (least, most, ""),
        Budget::Week { least, most } => (least, most, " a week"),
        Budget::Day { least, most } => (least, most, " a day"),
    };
    let whole = least % 60 == 0 && most % 60 == 0;
    let (least, most, unit) = if whole { (least / 60, most / 60, "hour") } else { (least, most, "minute") };
    let plural = if most == 1 { "" } else { "s" };
    let amount = if least == most { least.to_string() } else { format!("{least}-{most}") };
    format!("{amount} {unit}{plural}{per}")
}
