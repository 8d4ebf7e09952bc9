//! How far behind or ahead a plan is: the one reckoning that every screen and every way out goes by.

use super::paying::paying_for;
use super::{Payment, Worked};
use crate::plan::{Asking, DatedStage, Demand, Plan, end_of, week_of};
use crate::schedule::Schedule;
use crate::{Category, ItemId, Roadmap};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The most weeks ahead that work is laid against: ten years.
const MOST_WEEKS: usize = 520;

/// Work of an activity that a week which is over asked for, and that is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// The activity.
    pub activity: ItemId,
    /// What kind of work it is.
    pub category: Category,
    /// The first day of the week that asked for it.
    pub from: NaiveDate,
    /// The clock minutes.
    pub minutes: u32,
    /// True where its stage has no end of its own.
    pub open_ended: bool,
    /// True where the days that asked for it are over; days off take the time of work to come too.
    pub late: bool,
}

/// What is missing of a plan, or was worked ahead of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backlog {
    /// The work that is missing, in the order of weeks and of the document.
    pub missing: Vec<Missing>,
    /// What was worked of weeks still to come, but for what is missing and what this week still asks, in clock minutes.
    pub ahead: u32,
    /// The work of weeks still to come that is paid already, in the order of weeks and of the document.
    pub paid_ahead: Vec<Missing>,
    /// What this week asks for, in clock minutes.
    pub asked_this_week: u32,
    /// What of that is still to do, in the order of the document.
    pub left_this_week: Vec<Missing>,
    /// What the work of this week paid off of earlier weeks, in clock minutes.
    pub made_up_this_week: u32,
    /// What a week that is over asked for on average, in clock minutes.
    pub asked_a_week: u32,
}

impl Backlog {
    /// The clock minutes that are missing.
    pub fn total(&self) -> u32 {
        sum(self.missing.iter())
    }

    /// The clock minutes that this week asks for and that are still to do.
    pub fn open_this_week(&self) -> u32 {
        sum(self.left_this_week.iter())
    }

    /// Those that the week beginning on `week` left open.
    pub fn left_by(&self, week: NaiveDate) -> u32 {
        sum(self.missing.iter().filter(|missing| missing.from == week))
    }

    /// The clock minutes that each category misses, those that miss something, the largest first.
    pub fn by_category(&self) -> Vec<(Category, u32)> {
        let mut minutes: BTreeMap<Category, u32> = BTreeMap::new();
        for missing in &self.missing {
            let of_category = minutes.entry(missing.category).or_default();
            *of_category = of_category.saturating_add(missing.minutes);
        }
        let mut minutes: Vec<_> = minutes.into_iter().collect();
        minutes.sort_by_key(|(_, minutes)| std::cmp::Reverse(*minutes));
        minutes
    }
}

/// How far behind or ahead a plan is on `today`.
///
/// Weeks are buckets: what a week asks for is late only once the week is over. It is asked as decided: after work was
/// moved, dropped or given other dates, by what that left. Hours that the document doesn't state are never late. Of
/// `worked`, all that was worked for the roadmap until today, what [pays](Worked::pays) counts. Work pays off its own
/// activity, the earliest week first, and work without one its category. Hours beyond what an activity asks for pay for
/// no other one.
///
/// An open-ended stage has no hours that must be done by its end, since nobody knows its end: what a week of it left
/// undone is not carried for ever. Of such stages only the last week that is over counts, against what was worked in it
/// and since, and nothing once something has ended them. Nothing is ahead in them either.
pub fn backlog(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    worked: &[Worked],
    today: NaiveDate,
) -> Backlog {
    let asking = Asking::of(roadmap, plan, stages, schedule);
    let asked = Asked::of(&asking, plan, stages, today);
    let worked: Vec<Worked> = worked.iter().filter(|session| session.day <= today).copied().collect();
    let paying = paying_for(&asking, plan, &worked);

    let (missing, mut means) = asked.unpaid(&paying);
    let before: Vec<Worked> = paying.iter().filter(|session| session.day < asked.week).copied().collect();
    let missing_before = sum(asked.unpaid(&before).0.iter());
    let mut now = asked.now.clone();
    means.pay(&mut now);
    let left = sum(now.iter());
    let ahead = asked.paid_ahead(&asking, stages, &mut means);
    Backlog {
        ahead: sum(ahead.iter()).saturating_sub(left).saturating_sub(sum(missing.iter())),
        paid_ahead: ahead,
        asked_this_week: sum(asked.now.iter()),
        left_this_week: now,
        made_up_this_week: missing_before.saturating_sub(sum(missing.iter())),
        asked_a_week: asked.a_week,
        missing,
    }
}

/// What of the week that begins on `week` is paid by work of before: what was worked ahead for it, of each activity, in
/// the order of the document.
pub(crate) fn paid_before(
    asking: &Asking<'_>,
    plan: &Plan,
    stages: &[DatedStage],
    worked: &[Worked],
    week: NaiveDate,
) -> Vec<(ItemId, u32)> {
    let before: Vec<Worked> = worked.iter().filter(|session| session.day < week).copied().collect();
    if before.is_empty() {
        return Vec::new();
    }
    let asked = Asked::of(asking, plan, stages, week);
    let (_, mut means) = asked.unpaid(&paying_for(asking, plan, &before));
    let mut left = asked.now.clone();
    means.pay(&mut left);
    let paid =
        asked.now.iter().zip(&left).map(|(asked, left)| (asked.activity, asked.minutes - left.minutes));
    paid.filter(|(_, minutes)| *minutes > 0).collect()
}

/// What weeks ask for that stages state the hours of.
struct Asked {
    /// The first day of this week.
    week: NaiveDate,
    /// The first day of the week before.
    week_before: NaiveDate,
    /// What the weeks that are over asked for, and can still be missing.
    over: Vec<Missing>,
    /// What this week asks for.
    now: Vec<Missing>,
    /// What the weeks that are over asked for on average.
    a_week: u32,
    /// The activities of open-ended stages.
    open: BTreeSet<ItemId>,
}

impl Asked {
    fn of(asking: &Asking<'_>, plan: &Plan, stages: &[DatedStage], today: NaiveDate) -> Self {
        let week = week_of(today, plan.week_start);
        let week_before = week.checked_sub_days(Days::new(7)).unwrap_or(week);
        let open = stages.iter().filter(|stage| stage.open_ended);
        let ended: BTreeMap<ItemId, bool> =
            open.map(|stage| (stage.stage, stage.to.is_some_and(|to| to < today))).collect();
        let mut asked =
            Self { week, week_before, over: vec![], now: vec![], a_week: 0, open: BTreeSet::new() };
        let last = stages.iter().map(DatedStage::last_day).max().unwrap_or(plan.start);
        let (mut weeks, mut minutes) = (0_u64, 0_u64);
        let until = week.min(last);
        for at in weeks_from(week_of(plan.start, plan.week_start)).take_while(|at| *at <= until) {
            for demand in stated(asking, at) {
                let ended = ended.get(&demand.stage);
                let missing = Missing {
                    activity: demand.activity,
                    category: demand.category,
                    from: at,
                    minutes: demand.minutes,
                    open_ended: ended.is_some(),
                    late: at < week,
                };
                if missing.open_ended {
                    asked.open.insert(demand.activity);
                }
                if at == week {
                    asked.now.push(missing);
                } else {
                    minutes += u64::from(demand.minutes);
                    if ended.is_none_or(|ended| !ended && at == week_before) {
                        asked.over.push(missing);
                    }
                }
            }
            weeks += u64::from(at < week);
        }
        asked.a_week = u32::try_from(minutes / weeks.max(1)).unwrap_or(u32::MAX);
        asked
    }

    /// What of the weeks that are over is not paid off, and what has paid for nothing yet.
    fn unpaid(&self, paying: &[Worked]) -> (Vec<Missing>, Means) {
        let is_early = |session: &&Worked| session.day < self.week_before;
        let is_open =
            |session: &&Worked| session.activity.is_some_and(|activity| self.open.contains(&activity));
        let early = paying.iter().filter(|session| is_early(session) && session.activity.is_none());
        let rest = paying
            .iter()
            .filter(|session| !is_early(session) || (session.activity.is_some() && !is_open(session)));
        let mut means = Means { early: Payment::of(early), rest: Payment::of(rest) };
        let mut missing = self.over.clone();
        means.pay(&mut missing);
        missing.retain(|missing| missing.minutes > 0);
        (missing, means)
    }

    /// What is paid already of the weeks after this one.
    fn paid_ahead(&self, asking: &Asking<'_>, stages: &[DatedStage], means: &mut Means) -> Vec<Missing> {
        let closed: BTreeSet<ItemId> =
            stages.iter().filter(|stage| !stage.open_ended).map(|stage| stage.stage).collect();
        let Some(last) = end_of(stages) else { return Vec::new() };
        let mut ahead = Vec::new();
        for week in weeks_from(self.week).skip(1).take(MOST_WEEKS).take_while(|week| *week <= last) {
            if means.are_spent() {
                break;
            }
            for demand in stated(asking, week).filter(|demand| closed.contains(&demand.stage)) {
                let left = means.pay_off(demand.activity, demand.category, demand.minutes, false);
                let Demand { activity, category, minutes, .. } = demand;
                let paid = Missing {
                    activity,
                    category,
                    from: week,
                    minutes: minutes - left,
                    open_ended: false,
                    late: false,
                };
                ahead.extend(Some(paid).filter(|paid| paid.minutes > 0));
            }
        }
        ahead
    }
}

/// Work that has paid for nothing yet.
struct Means {
    /// That for no activity from before the last week: for stages with an end alone.
    early: Payment,
    /// All other.
    rest: Payment,
}

impl Means {
    /// Pays what it can, in order.
    fn pay(&mut self, missing: &mut [Missing]) {
        for missing in missing {
            missing.minutes =
                self.pay_off(missing.activity, missing.category, missing.minutes, missing.open_ended);
        }
    }

    /// Pays minutes of an activity off; answers what is left.
    fn pay_off(&mut self, activity: ItemId, category: Category, minutes: u32, open_ended: bool) -> u32 {
        let mut left = self.rest.pay_with_own(activity, u64::from(minutes));
        if !open_ended {
            left = self.early.pay_with_category(category, left);
        }
        left = self.rest.pay_with_category(category, left);
        u32::try_from(left).unwrap_or(minutes)
    }

    fn are_spent(&self) -> bool {
        self.early.over() + self.rest.over() == 0
    }
}

/// What a week asks for with hours that the document states.
fn stated<'a>(asking: &'a Asking<'_>, week: NaiveDate) -> impl Iterator<Item = Demand> + use<'a> {
    asking.in_week(week).into_iter().filter(|demand| !demand.assumed)
}

fn weeks_from(first: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(first), |week| week.checked_add_days(Days::new(7)))
}

fn sum<'a>(missing: impl Iterator<Item = &'a Missing>) -> u32 {
    missing.fold(0, |sum, missing| sum.saturating_add(missing.minutes))
}
