//! What the plan check finds.

use roadmap::check::Finding;
use serde::Serialize;

/// What the plan check finds in the roadmap.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PlanCheck {
    /// In the order of the document.
    pub findings: Vec<FindingView>,
}

/// A finding, and what the person made of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FindingView {
    /// What was found.
    pub finding: Finding,
    /// True where the person leaves it as it is.
    pub accepted: bool,
}
