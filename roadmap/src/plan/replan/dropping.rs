//! What is optional goes, and with it its part of its activity's hours.

use super::displaced::displaced;
use super::lengthen::{days_of, decided};
use super::spread::evenly;
use super::{Proposal, Standpoint, Way, without_time};
use crate::item::Budget;
use crate::plan::stretch::stretches;
use crate::plan::{PlanError, date_stages_with};
use crate::progress::Backlog;
use crate::steps::steps_of;
use crate::{Item, ItemId, Kind, Roadmap};

/// The plan without the optional steps of stages that are not over or of which something is missing, but for one that a
/// session runs for; nothing where that leaves no less without time. What is over keeps its dates.
pub(super) fn drop_optional(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    let Some(last) = at.last_day() else { return Ok(None) };
    let mut changes = at.unchanged();
    let mut cuts_what_is_over = false;
    for stretch in stretches(at.roadmap) {
        let dated = at.stages.iter().find(|stage| stage.stage == stretch.item.id);
        let Some(dated) = dated.filter(|stage| !stage.open_ended) else { continue };
        let is_over = dated.last_day() < at.today;
        for ask in &stretch.asks {
            let Some(Budget::Stage { least, .. }) = ask.budget else { continue };
            let Some(activity) = stretch.item.walk().find(|item| item.id == ask.activity) else { continue };
            let steps = steps_of(activity);
            let optional: Vec<ItemId> = steps
                .iter()
                .filter(|step| is_optional(step) && !step.is_done() && at.in_hand != Some(step.id))
                .map(|step| step.id)
                .collect();
            let kept = steps.len() - optional.len();
            let is_missing = || missing.missing.iter().any(|missing| missing.activity == ask.activity);
            if optional.is_empty() || (is_over && !is_missing()) {
                continue;
            }
            let minutes = u64::from(least) * u64::try_from(kept).unwrap_or(0)
                / u64::try_from(steps.len()).unwrap_or(u64::MAX).max(1);
            changes.budgets.push((ask.activity, u32::try_from(minutes).unwrap_or(least)));
            changes.dropped.extend(optional);
            cuts_what_is_over |= is_over;
        }
    }
    if changes.dropped.is_empty() {
        return Ok(None);
    }
    let over = at.stages.iter().filter(|stage| !stage.open_ended && stage.last_day() < at.today);
    for stage in over.filter(|_| cuts_what_is_over) {
        let days = days_of(stage.from, stage.last_day());
        changes.lengths.entry(stage.stage).or_insert(decided(days, 0));
    }
    let fewer = with_budgets(at.roadmap, &changes.budgets);
    let (roadmap, lengths) = (fewer.as_ref().unwrap_or(at.roadmap), changes.lengths.clone());
    let stages = date_stages_with(roadmap, at.plan, &lengths)?;
    let less = Standpoint { roadmap, lengths: &lengths, stages: &stages, ..*at };
    let left = without_time(less.backlog(), displaced(&less).work);
    let without = evenly(at, &left, last, &mut changes);
    if without >= missing.total() {
        return Ok(None);
    }
    let mut drop = at.proposal(Way::DropOptional, changes)?;
    drop.left_minutes = drop.left_minutes.max(without);
    Ok(Some(drop))
}

fn is_optional(step: &Item) -> bool {
    matches!(step.kind, Kind::Step { optional: true })
}

/// The roadmap with other hours of some activities; none where there are none.
pub(super) fn with_budgets(roadmap: &Roadmap, budgets: &[(ItemId, u32)]) -> Option<Roadmap> {
    if budgets.is_empty() {
        return None;
    }
    let mut changed = roadmap.clone();
    let mut left: Vec<&mut Item> = changed.items.iter_mut().collect();
    while let Some(item) = left.pop() {
        let minutes = budgets.iter().find(|(id, _)| *id == item.id).map(|(_, minutes)| *minutes);
        if let (Kind::Activity { budget, .. }, Some(minutes)) = (&mut item.kind, minutes) {
            *budget = Some(Budget::Stage { least: minutes, most: minutes });
        }
        left.extend(&mut item.children);
    }
    Some(changed)
}
