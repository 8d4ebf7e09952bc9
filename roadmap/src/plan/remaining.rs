//! What is left of each stage: the hours that are not worked and the items that are not done.

use super::DatedStage;
use super::stretch::{Stretch, stretches};
use crate::progress::{Payment, Worked};
use crate::steps::tickable;
use crate::{ItemId, Roadmap};
use std::collections::HashMap;

/// What is left of a stage with an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remaining {
    /// The stage.
    pub stage: ItemId,
    /// The phase it is in, if it is in one.
    pub phase: Option<ItemId>,
    /// The clock minutes that the document budgets for it and that are not worked.
    pub minutes: u32,
    /// What can be ticked in it and is not.
    pub items: u32,
}

/// What is left of the stages with an end, in the order of the document. Work pays off its own activity, and work
/// without one the activities of its category, the earliest first. Of a stage in which all is ticked nothing is left,
/// however long it took.
pub fn remaining(roadmap: &Roadmap, stages: &[DatedStage], worked: &[Worked]) -> Vec<Remaining> {
    let of_stage = |(dated, stretch, minutes): (&DatedStage, Stretch<'_>, u64)| {
        let items = tickable(stretch.item);
        let open = items.iter().filter(|item| !item.is_done()).count();
        let is_done = open == 0 && !items.is_empty();
        let count = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Remaining {
            stage: dated.stage,
            phase: dated.phase,
            minutes: if is_done { 0 } else { count(minutes) },
            items: count(open as u64),
        }
    };
    unworked(roadmap, stages, worked).into_iter().map(of_stage).collect()
}

/// The stages with an end of their own, each with the clock minutes that are budgeted for it and not worked.
pub(super) fn unworked<'a>(
    roadmap: &'a Roadmap,
    stages: &'a [DatedStage],
    worked: &[Worked],
) -> Vec<(&'a DatedStage, Stretch<'a>, u64)> {
    let mut payment = Payment::of(worked);
    let closed = stages.iter().filter(|stage| !stage.open_ended);
    let closed: HashMap<ItemId, &DatedStage> = closed.map(|stage| (stage.stage, stage)).collect();
    let of_stage = |stretch: Stretch<'a>| {
        let dated = *closed.get(&stretch.item.id)?;
        let weeks = stretch.weeks();
        let minutes = stretch.asks.iter().fold(0_u64, |sum, ask| {
            let left = payment.pay(ask.activity, ask.category, ask.minutes(weeks));
            sum.saturating_add(left)
        });
        Some((dated, stretch, minutes))
    };
    stretches(roadmap).into_iter().filter_map(of_stage).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fixture::{daily, date, hours, item, phase, range, roadmap, stage, step};
    use crate::plan::{Pace, Plan, date_stages};
    use crate::{Category, Kind};
    use chrono::Weekday;

    fn worked(activity: Option<ItemId>, minutes: u32) -> Worked {
        Worked {
            day: date("2026-12-01"),
            activity,
            category: Some(Category::Study),
            focused_seconds: minutes * 50,
            worked_seconds: minutes * 60,
            whole: true,
        }
    }

    #[test]
    fn a_stage_in_which_all_is_ticked_has_no_hours_left() {
        let mut first = stage(range(1, 1), vec![hours(Category::Study, 10)]);
        first.children[0].children[0].record.done_at = Some(chrono::DateTime::UNIX_EPOCH);
        let weeks = vec![first, stage(range(2, 2), vec![hours(Category::Study, 5)])];
        let roadmap = roadmap(vec![phase(None, weeks)]);
        let plan = Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon);
        let stages = date_stages(&roadmap, &plan).expect("dates");
        let minutes: Vec<u32> = remaining(&roadmap, &stages, &[]).iter().map(|left| left.minutes).collect();
        assert_eq!(minutes, [0, 5 * 60]);
    }

    #[test]
    fn an_open_ended_stage_has_no_end_of_its_own_even_once_it_has_ended() {
        let mut after = stage(None, vec![daily(Category::Study, 2, 2)]);
        after.record.ended_on = Some(date("2026-12-20"));
        let open = Kind::Phase { months: range(1, 3), open_ended: true };
        let weeks = phase(None, vec![stage(range(1, 1), vec![hours(Category::Study, 10)])]);
        let roadmap = roadmap(vec![weeks, item(open, "Open", vec![after])]);
        let plan = Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon);
        let stages = date_stages(&roadmap, &plan).expect("dates");
        assert_eq!(stages[1].to, Some(date("2026-12-20")));
        let left = remaining(&roadmap, &stages, &[]);
        assert_eq!(left.iter().map(|left| left.stage).collect::<Vec<_>>(), [stages[0].stage]);
    }

    #[test]
    fn work_pays_off_its_own_activity_and_other_work_its_category() {
        let weeks = vec![
            stage(range(1, 1), vec![hours(Category::Study, 10), step("read")]),
            stage(range(2, 2), vec![hours(Category::Study, 5)]),
        ];
        let roadmap = roadmap(vec![phase(None, weeks)]);
        let plan = Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon);
        let stages = date_stages(&roadmap, &plan).expect("dates");
        let second = roadmap.stages().last().expect("a stage").children[0].id;
        let sessions = [worked(Some(second), 120), worked(None, 11 * 60)];
        let left = remaining(&roadmap, &stages, &sessions);
        let told: Vec<_> = left.iter().map(|left| (left.minutes, left.items)).collect();
        assert_eq!(told, [(0, 2), (2 * 60, 1)], "the hour that is over goes to the second week");
        assert_eq!(left[0].phase, Some(roadmap.items[0].id));
    }
}
