//! The numbers of the weeks, in the stages and in the headings around them.

use super::survey::Survey;
use crate::document::week_numbers;
use crate::item::{About, NumberRange};
use crate::{Item, Kind};

/// A stage that names weeks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbered {
    /// Its place among the stages.
    pub(super) stage: usize,
    pub(super) weeks: NumberRange,
}

/// The stages that name weeks, a list for each time that their numbers begin again.
pub(super) fn numberings(survey: &Survey<'_>) -> Vec<Vec<Numbered>> {
    let mut found: Vec<Vec<Numbered>> = Vec::new();
    for (stage, at) in survey.stages.iter().enumerate() {
        let Kind::Stage { weeks: Some(weeks), .. } = at.stretch.item.kind else { continue };
        let numbered = Numbered { stage, weeks };
        match found.last_mut().filter(|_| weeks.from > 1) {
            Some(last) => last.push(numbered),
            None => found.push(vec![numbered]),
        }
    }
    found
}

/// The weeks that a stage, picked or not, or another line that begins with weeks names, in order and apart.
pub(super) struct NamedWeeks(Vec<NumberRange>);

impl NamedWeeks {
    pub(super) fn of(survey: &Survey<'_>) -> Self {
        let named = survey.lines.iter().enumerate().filter_map(|(place, line)| match &line.item.kind {
            Kind::Stage { weeks, .. } => *weeks,
            Kind::Phase { .. } if holds_stages(line.item) => None,
            Kind::Gate { .. } | Kind::Metric { .. } | Kind::Comment => None,
            _ => begins_with(&line.item.text).filter(|_| !is_summed_up(survey, place)),
        });
        Self(NumberRange::joined(named.collect()))
    }

    /// The last of them.
    pub(super) fn last(&self) -> Option<u32> {
        self.0.last().map(|weeks| weeks.to)
    }

    /// True where one of those weeks is named.
    pub(super) fn hold(&self, wanted: NumberRange) -> bool {
        let behind = self.0.partition_point(|weeks| weeks.to < wanted.from);
        self.0.get(behind).is_some_and(|weeks| weeks.from <= wanted.to)
    }
}

fn holds_stages(item: &Item) -> bool {
    item.walk().any(|part| matches!(part.kind, Kind::Stage { .. }))
}

/// True in a summary, which says again what the stages say.
fn is_summed_up(survey: &Survey<'_>, place: usize) -> bool {
    survey.above(place, |kind| matches!(kind, Kind::Section { about: About::Timeline })).is_some()
}

/// The weeks that a text begins with.
fn begins_with(text: &str) -> Option<NumberRange> {
    weeks_behind(text, &[])
}

/// The weeks that a heading gives itself, at its beginning, in brackets or behind a mark; none that it
/// only speaks of: "Review of weeks 1-4".
pub(super) fn headed(text: &str) -> Option<NumberRange> {
    weeks_behind(text, &['(', '[', ',', ';', ':', '-', '–', '—', '|', '·'])
}

/// The first weeks of a text where nothing, or one of those marks, stands before their name.
fn weeks_behind(text: &str, marks: &[char]) -> Option<NumberRange> {
    let (weeks, place) = week_numbers(text)?;
    let before = text.get(..place.start)?.trim_end_matches([' ', '#']);
    let outside = before.trim_end_matches(char::is_alphabetic).trim_end_matches([' ', '*']);
    (outside.is_empty() || outside.ends_with(marks)).then_some(weeks)
}
