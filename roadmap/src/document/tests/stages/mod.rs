//! Stages in every spelling: weeks, days, dates and lengths, in headings, bold lines, lists and tables.

mod by_heading;
mod dates;
mod lengths;
mod open_end;
mod tables;
mod weeks;

use super::{drawn, read, scan};
use crate::item::{Item, Kind};

/// The phase of a stage, its text, weeks and days.
type Stage = (String, String, Option<(u32, u32)>, Option<u32>);

fn stages(source: &str) -> Vec<Stage> {
    let roadmap = read(source).roadmap;
    let of_phase = |phase: &Item| {
        let stages = phase.walk().filter_map(|item| match item.kind {
            Kind::Stage { weeks, days } => {
                Some((phase.text.clone(), item.text.clone(), weeks.map(|weeks| (weeks.from, weeks.to)), days))
            }
            _ => None,
        });
        stages.collect::<Vec<_>>()
    };
    roadmap.phases().flat_map(of_phase).collect()
}

fn weeks(source: &str) -> Vec<(String, (u32, u32))> {
    stages(source).into_iter().filter_map(|(_, text, weeks, _)| Some((text, weeks?))).collect()
}

fn days(source: &str) -> Vec<(String, Option<u32>)> {
    stages(source).into_iter().map(|(_, text, _, days)| (text, days)).collect()
}

fn named<T: Copy>(pairs: &[(&str, T)]) -> Vec<(String, T)> {
    pairs.iter().map(|(text, value)| ((*text).to_owned(), *value)).collect()
}
