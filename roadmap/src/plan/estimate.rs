//! How long the roadmap takes at a pace, and what the document says about that itself.

use super::replan::{Standpoint, without_room};
use super::{DatedStage, Lengths, Pace, Plan, date_stages, end_of};
use crate::item::{About, Tempo};
use crate::schedule::Schedule;
use crate::{Item, Kind, Roadmap};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How long a roadmap takes: "460 h at 20 h a week: 23 weeks, until 9 May".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Estimate {
    /// The weeks from the start to the end of the last stage that has one, rounded up.
    pub weeks: u32,
    /// True where the pace makes it that many weeks, give or take a tenth, or one: with what was decided of lengths the
    /// plan can take far more, or fewer. As written too, where the hours a week are an average of these weeks.
    pub goes_by_pace: bool,
    /// The last day of the last stage that has an end; none where no stage has one.
    pub end: Option<NaiveDate>,
    /// The last day of an open-ended stage after that, at the latest; none where there is none.
    pub latest: Option<NaiveDate>,
    /// The clock minutes that the document budgets for the stages with an end.
    pub minutes: u32,
    /// The clock minutes of a week: those of the pace, or the average where the weeks are as written.
    pub weekly_minutes: u32,
    /// What its weeks ask for beyond what their blocks hold, in clock minutes; none where that is little.
    pub without_room_minutes: u32,
    /// What the document itself says about a slower pace, in its own words; only at a pace by hours.
    pub stated: Option<String>,
}

/// How long the roadmap takes with these dates, and how much of it finds a block from `today` on.
pub fn estimate(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    today: NaiveDate,
) -> Estimate {
    let lengths = Lengths::new();
    let at =
        Standpoint { roadmap, plan, lengths: &lengths, stages, schedule, worked: &[], today, in_hand: None };
    let end = end_of(stages);
    let latest = stages.iter().filter_map(|stage| stage.latest).max().filter(|day| Some(*day) > end);
    let weeks_until = |end: Option<NaiveDate>| {
        let days = end.map_or(0, |end| end.signed_duration_since(plan.start).num_days() + 1);
        u32::try_from(days).unwrap_or(0).div_ceil(7)
    };
    let weeks = weeks_until(end);
    let minutes = stages.iter().fold(0_u32, |sum, stage| sum.saturating_add(stage.minutes));
    let (weekly_minutes, stated) = match plan.pace {
        Pace::AsWritten => (minutes.checked_div(weeks).unwrap_or(0), None),
        Pace::Hours { per_week_minutes } => (per_week_minutes, stated(roadmap)),
    };
    let undecided = date_stages(roadmap, plan).map_or(0, |stages| weeks_until(end_of(&stages)));
    let goes_by_pace = plan.pace == Pace::AsWritten || weeks.abs_diff(undecided) <= (undecided / 10).max(1);
    let without_room_minutes = without_room(&at);
    Estimate { weeks, goes_by_pace, end, latest, minutes, weekly_minutes, without_room_minutes, stated }
}

/// The first words about months in the part-time template, or else among the templates at all.
fn stated(roadmap: &Roadmap) -> Option<String> {
    let part_time = |item: &&Item| matches!(item.kind, Kind::Template { tempo: Some(Tempo::PartTime), .. });
    let schedule = |item: &&Item| matches!(item.kind, Kind::Section { about: About::Schedule });
    let within = roadmap.walk().filter(part_time).chain(roadmap.walk().filter(schedule)).flat_map(Item::walk);
    within.flat_map(words).find(|words| names_months(words)).map(str::to_owned)
}

fn words(item: &Item) -> impl Iterator<Item = &str> {
    std::iter::once(item.text.as_str()).chain(item.note.as_deref())
}

/// True for "6-9 months" and "9 months", false for "every month".
fn names_months(words: &str) -> bool {
    words.match_indices("month").any(|(at, _)| {
        words[..at].trim_end().chars().next_back().is_some_and(|before| before.is_ascii_digit())
    })
}
