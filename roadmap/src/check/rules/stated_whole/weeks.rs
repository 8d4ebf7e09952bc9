//! What the parts of a document come to in weeks.

use super::super::Survey;
use super::{Amount, WEEKS_OF_A_MONTH, is_short};
use crate::Item;
use crate::check::numbering::{NamedWeeks, headed, numberings};
use crate::check::phrases::optional;
use crate::check::survey::numbered;
use crate::check::whole::{Of, Said};

/// The weeks of all stages, by how long they are and by their numbers.
pub(super) struct Weeks<'a> {
    pub(super) sum: Amount,
    /// The last month that a phase names.
    pub(super) months: Option<u32>,
    pub(super) last: &'a Item,
    pub(super) name: String,
}

impl<'a> Weeks<'a> {
    /// None unless most stages say how long they are.
    pub(super) fn of(survey: &Survey<'a>) -> Option<Self> {
        let (mut least, mut most, mut known, mut is_of_days) = (0.0, 0.0, 0_usize, false);
        let mut last = None;
        for (stage, at) in survey.stages.iter().enumerate() {
            let Some(weeks) = at.stretch.named_weeks() else { continue };
            known += 1;
            is_of_days |= is_short(&at.stretch);
            most += weeks;
            least += if optional(at.stretch.item) { 0.0 } else { weeks };
            last = Some((stage, at.stretch.item));
        }
        let closed = survey.stages.iter().filter(|stage| !stage.stretch.is_open()).count();
        let (stage, item) = last.filter(|_| known * 2 > closed)?;
        let mut weeks = Self {
            sum: Amount { least, most, more: is_of_days || known < survey.stages.len() },
            months: survey.phases.iter().filter_map(|phase| phase.months).map(|months| months.to).max(),
            last: item,
            name: survey.stage_name(stage),
        };
        let numberings = numberings(survey);
        if let [numbered_once] = numberings.as_slice()
            && let Some(end) = numbered_once.iter().max_by_key(|stage| stage.weeks.to)
        {
            weeks.sum.least = weeks.sum.least.min(f64::from(end.weeks.to));
            weeks.sum.most = weeks.sum.most.max(f64::from(end.weeks.to));
            weeks.last = survey.stages.get(end.stage)?.stretch.item;
            weeks.name = numbered("week", end.weeks);
        }
        // Weeks that only a heading or another line names are there as well.
        let phases = survey.phases.iter().filter_map(|phase| headed(&phase.item.text)).map(|weeks| weeks.to);
        let named = phases.chain(NamedWeeks::of(survey).last()).max().unwrap_or_default();
        weeks.sum.most = weeks.sum.most.max(f64::from(named));
        Some(weeks)
    }

    pub(super) fn fit(&self, said: &Said<'_>) -> bool {
        let in_months = self.months.map(f64::from).is_some_and(|months| {
            said.of == Of::Months && (said.least..=said.most).contains(&months)
                || said.of == Of::Weeks
                    && Amount {
                        least: months * WEEKS_OF_A_MONTH.0,
                        most: months * WEEKS_OF_A_MONTH.1,
                        more: self.sum.more,
                    }
                    .fits(said)
        });
        in_months || self.sum.fits(said)
    }

    /// The weeks, as they are nearest to what is said.
    pub(super) fn nearest(&self, said: &Said<'_>) -> f64 {
        let wanted = if said.of == Of::Months { said.least * WEEKS_OF_A_MONTH.0 } else { said.least };
        if wanted > self.sum.most { self.sum.most } else { self.sum.least }
    }
}
