//! The app's own templates, for documents that state none.

use super::{Template, TemplateBlock, reading};
use crate::Category::{self, HandsOn, Rest, Review, Study};
use crate::item::Tempo;
use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// From and to in minutes after midnight, what for, and what it is called.
type Line = (u16, u16, Category, &'static str);

const WEEKDAY: &[Line] = &[
    (9 * 60, 12 * 60, HandsOn, "Deep work"),
    (12 * 60, 13 * 60, Rest, "Lunch"),
    (13 * 60, 15 * 60 + 30, Study, "Study"),
    (15 * 60 + 30, 17 * 60 + 30, HandsOn, "Project work"),
    (17 * 60 + 30, 18 * 60, Review, "Look back on the day"),
];
const SATURDAY: &[Line] = &[(9 * 60, 11 * 60 + 30, Study, "Catch up")];
const WEEKNIGHT: &[Line] = &[(19 * 60, 21 * 60, Study, "Study")];
const LONG_SATURDAY: &[Line] =
    &[(9 * 60, 12 * 60, HandsOn, "Project work"), (13 * 60, 15 * 60, HandsOn, "Project work")];
const LONG_SUNDAY: &[Line] = &[(9 * 60, 12 * 60, Study, "Study"), (13 * 60, 15 * 60, Study, "Study")];

/// The app's own template for full time, 40 h a week and half an hour of review each weekday, or for
/// part time, 20 h on weeknights and weekends.
pub(super) fn template(tempo: Tempo) -> Template {
    let (name, weekdays, weekend) = match tempo {
        Tempo::FullTime => ("Full time", WEEKDAY, vec![(Sat, SATURDAY)]),
        Tempo::PartTime => ("Part time", WEEKNIGHT, vec![(Sat, LONG_SATURDAY), (Sun, LONG_SUNDAY)]),
    };
    let days = [Mon, Tue, Wed, Thu, Fri].map(|day| (day, weekdays)).into_iter().chain(weekend);
    Template {
        name: name.to_owned(),
        tempo: Some(tempo),
        stated_minutes: None,
        blocks: days.flat_map(|(day, lines)| blocks(day, lines, tempo)).collect(),
    }
}

fn blocks(day: Weekday, lines: &[Line], tempo: Tempo) -> impl Iterator<Item = TemplateBlock> {
    lines
        .iter()
        .map(move |(start, end, category, title)| reading::block(day, *start, *end, title, *category, tempo))
}
