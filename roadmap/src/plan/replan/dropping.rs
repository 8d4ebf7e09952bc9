//! What is optional goes, and with it its part of its activity's hours.

use super::spread::evenly;
use super::{Proposal, Standpoint, Way, displaced};
use crate::item::Budget;
use crate::plan::stretch::stretches;
use crate::plan::{PlanError, date_stages_with};
use crate::progress::Backlog;
use crate::steps::steps_of;
use crate::{Item, ItemId, Kind, Roadmap};

/// The plan without the optional steps of stages that are not over, but for one that a session runs for; nothing where
/// no hours hang on them. Of what days off take the time of there is less then.
pub(super) fn drop_optional(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    let Some(last) = at.last_day() else { return Ok(None) };
    let mut changes = at.unchanged();
    for stretch in stretches(at.roadmap) {
        let dated = at.stages.iter().find(|stage| stage.stage == stretch.item.id);
        if dated.is_none_or(|stage| stage.open_ended || stage.last_day() < at.today) {
            continue;
        }
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
            if optional.is_empty() {
                continue;
            }
            let minutes = u64::from(least) * u64::try_from(kept).unwrap_or(0)
                / u64::try_from(steps.len()).unwrap_or(u64::MAX).max(1);
            changes.budgets.push((ask.activity, u32::try_from(minutes).unwrap_or(least)));
            changes.dropped.extend(optional);
        }
    }
    if changes.dropped.is_empty() {
        return Ok(None);
    }
    let fewer = with_budgets(at.roadmap, &changes.budgets);
    let mut displaced = None;
    if missing.missing.iter().any(|missing| missing.from >= at.this_week())
        && let Some(roadmap) = &fewer
    {
        let stages = date_stages_with(roadmap, at.plan, at.lengths)?;
        displaced = Some(displaced::displaced(&Standpoint { roadmap, stages: &stages, ..*at }).work);
    }
    let missing = displaced.as_ref().unwrap_or(missing);
    let without = evenly(at, missing, last, &mut changes);
    if without > 0 && without == missing.total() && displaced.is_some() {
        return Ok(None);
    }
    at.proposal(Way::DropOptional, changes).map(Some)
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
