//! So many of what a day or week: "Apply to 5-10 jobs" among the things to do daily.

use super::counted::{Per, counted};
use super::survey::Survey;
use super::told::Told;
use super::words::Thing;
use crate::document::figures;
use crate::item::{Budget, Measure};
use crate::{Item, Kind};

/// So many rates are read; a document with more is none that a person wrote.
const MOST: usize = 2_000;

/// The days of a week on which one works at something daily.
const WORKING_DAYS: u32 = 5;

/// A number for each day or week of a stage.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rate<'a> {
    pub(super) item: &'a Item,
    pub(super) stage: usize,
    /// The number as its words have it.
    pub(super) measure: Measure,
    /// The number and the thing: "5-10 jobs".
    pub(super) said: String,
    pub(super) thing: Thing,
    /// What is done with it.
    pub(super) told: Told,
    /// True where it is for each day, false for each week.
    pub(super) daily: bool,
}

impl Rate<'_> {
    /// How many days or weeks it is for.
    pub(super) fn times(&self, survey: &Survey<'_>) -> u32 {
        let weeks = survey.stages.get(self.stage).map_or(0, |stage| stage.stretch.lasts());
        if self.daily { weeks * WORKING_DAYS } else { weeks }
    }

    /// At least and at most so many in the whole stage.
    pub(super) fn total(&self, survey: &Survey<'_>) -> (f64, f64) {
        let times = f64::from(self.times(survey));
        (self.measure.value * times, self.measure.upper.unwrap_or(self.measure.value) * times)
    }
}

/// The rates of all stages, in the order of the document.
pub(super) fn of<'a>(survey: &Survey<'a>) -> Vec<Rate<'a>> {
    let mut rates = Vec::new();
    for (line, at) in survey.lines.iter().enumerate() {
        if rates.len() == MOST {
            break;
        }
        let Some(stage) = at.stage.filter(|_| matches!(at.item.kind, Kind::Step { .. } | Kind::Entry)) else {
            continue;
        };
        // What nobody has picked is not done.
        if survey.above(line, |kind| matches!(kind, Kind::Option { .. })).is_some_and(Item::is_unpicked) {
            continue;
        }
        let found = figures(&at.item.text).find_map(|figure| Some((counted(&figure)?, figure)));
        let Some((counted, figure)) = found else { continue };
        let daily = match counted.per {
            Some(Per::Day) => true,
            Some(Per::Week) => false,
            None if is_daily(survey, line) => true,
            Some(Per::Month) | None => continue,
        };
        let number = at.item.text.get(figure.at.clone()).unwrap_or_default().replace(['–', '—'], "-");
        rates.push(Rate {
            item: at.item,
            stage,
            said: format!("{number} {}", counted.thing.said),
            thing: survey.nouns.thing(&counted),
            told: if counted.deed.is_some() { Told::default() } else { Told::of_work(&figure) },
            measure: figure.measure,
            daily,
        });
    }
    rates
}

/// True for what is to be done each day: below a block of a stage's own day, or in an activity with
/// hours for each day.
fn is_daily(survey: &Survey<'_>, line: usize) -> bool {
    survey.upwards(line).skip(1).any(|(_, above)| {
        matches!(
            above.item.kind,
            Kind::Block(_) | Kind::Routine | Kind::Activity { budget: Some(Budget::Day { .. }), .. }
        )
    })
}
