//! What a heading stands below and beside, and what that makes of it.

use crate::document::outline::Node;
use crate::document::recognise::contents::{has_lists, holds_stage, is_heading, split};
use crate::document::recognise::headings::{self, Part};
use crate::document::recognise::{calendar, endings, lengths, units};
use crate::item::About;

/// What headings that stand side by side at the top have in common.
#[derive(Debug, Clone, Copy)]
pub(in crate::document::recognise) struct Level {
    /// True where headings are stages since none names a week.
    pub(super) stages_by_heading: bool,
    /// True where one of them names a part of the way.
    pub(super) named: bool,
    /// True where one of them is a stage.
    stages: bool,
    /// True where one of no subject of its own is a stage or holds one.
    pub(super) holds_stages: bool,
    /// True where one is a stage by its dates.
    dated: bool,
    /// True where one is a quarter of a year.
    quarters: bool,
}

impl Level {
    /// What those headings have in common.
    pub(in crate::document::recognise) fn of(nodes: &[Node], stages_by_heading: bool) -> Self {
        let (mut named, mut stages, mut holds_stages) = (false, false, false);
        let (mut dated, mut quarters) = (false, false);
        for node in nodes.iter().filter(|node| is_heading(node)) {
            let part = node.part();
            named |= part.is_some();
            stages |= part.is_some_and(Part::is_stage);
            holds_stages = holds_stages || has_no_subject(node) && holds_stage(node);
            let is_days = matches!(part, Some(Part::Days(_)));
            dated = dated || is_days && headings::read(node.text()).dates.is_some();
            quarters = quarters || part == Some(Part::Numbered) && headings::is_quarter(node.text());
        }
        let follow = lengths::until_next(nodes).iter().any(Option::is_some);
        Self {
            stages_by_heading,
            named,
            stages: stages || follow,
            holds_stages,
            dated: dated || follow,
            quarters,
        }
    }
}

/// What a heading stands below.
#[derive(Clone, Copy)]
pub(in crate::document::recognise) enum Above {
    /// Nothing but the title.
    Root(Level),
    /// A phase.
    Phase {
        /// True where headings are stages since none below it names a week.
        stages_by_heading: bool,
    },
    /// A section.
    Section(About),
}

/// True for a heading that stages may stand below.
pub(super) fn has_no_subject(node: &Node) -> bool {
    node.about().is_none_or(|about| about == About::Outcomes)
}

/// True for the one numbered heading among others that are stages as well, and that holds no more than they do.
pub(super) fn is_one_of_stages(node: &Node, above: Above) -> bool {
    let by_heading = matches!(above, Above::Root(Level { stages_by_heading: true, .. }));
    by_heading && has_lists(node) && !split(node).1.iter().any(has_lists)
}

/// True for a heading at the top, beside stages, that says no more than that its work goes on: "Ongoing: concerts".
pub(super) fn goes_on(node: &Node, above: Above) -> bool {
    matches!(above, Above::Root(Level { stages: true, .. }))
        && endings::says_ongoing(node.text())
        && has_lists(node)
}

/// True for the last week beside stages: "Final week: Concert".
pub(super) fn is_last_week(node: &Node, above: Above) -> bool {
    stand_beside_stages(above) && endings::last_week(node.text()).is_some() && has_lists(node)
}

const fn stand_beside_stages(above: Above) -> bool {
    match above {
        Above::Root(level) => level.stages,
        Above::Phase { stages_by_heading } => !stages_by_heading,
        Above::Section(_) => false,
    }
}

/// True for a quarter without a year beside one with a year.
pub(super) fn is_quarter_beside(node: &Node, above: Above) -> bool {
    let beside = matches!(above, Above::Root(Level { quarters: true, .. }));
    // Without work it may number a question.
    beside && headings::names_quarter(node.text()) && has_lists(node)
}

/// The days of a month of a year, "January 2026", beside stages; of a month alone beside those with dates.
pub(super) fn days_of_month(node: &Node, above: Above) -> Option<u32> {
    let is_dated = matches!(above, Above::Root(Level { dated: true, .. }));
    let month = || if is_dated { calendar::month_days_at(node.text()) } else { None };
    let (days, rest) = calendar::month_of_year_at(node.text()).or_else(month)?;
    let is_stage =
        stand_beside_stages(above) && units::ends_part(rest) && has_lists(node) && !holds_stage(node);
    is_stage.then_some(days)
}
