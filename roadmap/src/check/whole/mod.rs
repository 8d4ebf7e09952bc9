//! What a document says of itself as a whole, outside its parts: hours in total, how many weeks or
//! months it takes, and at how many hours a week.
//!
//! Only what can be meant of nothing else is read: a label ("Duration: 12 weeks"), a short sentence about the
//! course or plan ("It takes 12 weeks"), a total ("240 hours in total"), and the name ("12-week course"). Numbers that
//! something else is told of ("240 hours of practice a year") are none of it.

mod names;
mod sentences;
mod terms;

use super::numbering::headed;
use super::said::{number, number_between};
use super::survey::Survey;
use super::words::{is_hours, plain, words};
use crate::document::figures;
use crate::{Item, Kind};
use chrono::Weekday;
use names::of_title;
use sentences::of_item;
use std::ops::Range;
use terms::{ABOUT_ALL, MINUTES, RHYTHMS};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Hours of all there is to do.
    Hours,
    /// How long it takes.
    Weeks,
    /// The same in months.
    Months,
    /// Hours a week.
    Weekly,
    /// Hours a day.
    Daily,
}

/// A number that is said of the whole.
#[derive(Debug, Clone)]
pub(super) struct Said<'a> {
    /// The item that says it; none for the title.
    pub(super) item: Option<&'a Item>,
    /// All the words that it stands in.
    pub(super) text: &'a str,
    /// Where the number stands in them.
    pub(super) at: Range<usize>,
    /// It in words: "12", "6-9", "240+".
    pub(super) number: String,
    pub(super) of: Of,
    /// At least so much.
    pub(super) least: f64,
    /// At most so much; no end for "at least".
    pub(super) most: f64,
    /// True for "about".
    pub(super) rough: bool,
    /// True where a plus stands behind it.
    plus: bool,
}

impl Said<'_> {
    /// The same with another number.
    pub(super) fn with(&self, least: f64, most: f64) -> Self {
        let is_bound = self.least == 0.0 || self.most.is_infinite();
        let plus = if self.plus { "+" } else { "" };
        let number = if is_bound { format!("{}{plus}", number(least)) } else { number_between(least, most) };
        let (least, most) = match (self.least == 0.0, is_bound) {
            (true, _) => (0.0, least),
            (false, true) => (least, f64::INFINITY),
            (false, false) => (least, most),
        };
        Self { number, least, most, ..self.clone() }
    }
}

/// What the document says of itself as a whole, the title first.
pub(super) fn said<'a>(survey: &Survey<'a>) -> Vec<Said<'a>> {
    let mut found: Vec<Said<'a>> = of_title(survey.title).into_iter().collect();
    if let Some(said) = found.first().cloned() {
        // A phase that the document has no heading for is called by the title.
        let named = survey.phases.iter().map(|phase| phase.item).filter(|item| item.text == survey.title);
        found.extend(named.map(|item| Said { item: Some(item), text: &item.text, ..said.clone() }));
    }
    for (place, line) in survey.lines.iter().enumerate() {
        if is_of_all(survey, place) {
            let told = of_item(line.item).into_iter();
            found.extend(told.filter(|said| said.of != Of::Hours || !adds_up_others(survey, place)));
        }
    }
    found
}

/// True for a line outside all parts, in a section about the whole or in none.
fn is_of_all(survey: &Survey<'_>, place: usize) -> bool {
    let mut upwards = survey.upwards(place);
    let outside = |kind: &Kind| matches!(kind, Kind::Note | Kind::Entry | Kind::Goal | Kind::Section { .. });
    let own = upwards.next().is_some_and(|(_, line)| outside(&line.item.kind));
    let mut around = upwards.map(|(_, line)| line.item).peekable();
    // The rows of a table are those of the section that it stands in.
    let in_table = around.peek().is_some_and(|item| item.text.contains(" | "));
    own && (!in_table || around.next().is_some() && around.peek().is_some()) && around.all(is_about_all)
}

/// How many lines around one in no section are looked at.
const NEAR: usize = 8;

/// True for a line beside others that tell of the times of days or of a week: its total is theirs.
fn adds_up_others(survey: &Survey<'_>, place: usize) -> bool {
    let own = survey.lines.get(place).map(|line| line.item.id);
    let is = |word: &str, known: &[&str]| known.contains(&plain(word).as_str());
    let names_day = |item: &Item| {
        words(&item.text).any(|word| is(word, &RHYTHMS) || plain(word).parse::<Weekday>().is_ok())
            && figures(&item.text).any(|figure| is_hours(&figure.measure.unit))
            && headed(&item.text).is_none()
    };
    let takes_minutes = |item: &Item| figures(&item.text).any(|figure| is(&figure.measure.unit, &MINUTES));
    let tells = |item: &Item| Some(item.id) != own && (names_day(item) || takes_minutes(item));
    match survey.upwards(place).nth(1) {
        Some((_, above)) => above.item.children.iter().any(tells),
        // What stands in no section stands among few lines.
        None => {
            let near = place.saturating_sub(NEAR)..place.saturating_add(NEAR);
            let lines = survey.lines.get(near.start..near.end.min(survey.lines.len())).unwrap_or_default();
            let is_beside = |at: usize| survey.upwards(at).nth(1).is_none();
            near.zip(lines).any(|(at, line)| is_beside(at) && tells(line.item))
        }
    }
}

fn is_about_all(section: &Item) -> bool {
    matches!(section.kind, Kind::Section { .. })
        && words(&section.text).all(|word| ABOUT_ALL.contains(&plain(word).as_str()))
}
