//! What the check finds: a sentence, the lines it rests on, and ways out.

use super::Change;
use crate::ItemId;
use serde::{Deserialize, Serialize};

/// A contradiction that a roadmap has with itself, or a hole in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Finding {
    /// Its name: the rule and the claims in words. A re-import keeps it for as long as the document says
    /// the same, wherever it says so; so that a person needs to accept it only once.
    pub key: String,
    /// The rule that found it.
    pub rule: Rule,
    /// What is the matter, in one sentence with its figures.
    pub says: String,
    /// The lines concerned, in the order of the document.
    pub claims: Vec<Claim>,
    /// Ways out, the most sensible first.
    pub remedies: Vec<Remedy>,
}

/// A line that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Claim {
    /// The item that says it.
    pub item: ItemId,
    /// The line it is said in, counted from 1.
    pub line: usize,
    /// What it comes to, in a few words: "3+ mock interviews".
    pub says: String,
}

/// A way out of a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Remedy {
    /// The words on its button: "Make it 63 h".
    pub label: String,
    /// What it does.
    pub change: Change,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The heading of a week claims other hours than its blocks hold.
    TemplateHours,
    /// The document names another length than its hours come to.
    StatedLength,
    /// A week gives little room to what most of the plan is made of.
    TemplateBalance,
    /// Weeks ask for more of one kind of work than the typical week has.
    WeekDemand,
    /// Several weeks together budget another number of hours than all other weeks do.
    UnevenStage,
    /// The heading of a stage or phase names other hours than its parts come to.
    HeadedHours,
    /// The document says as a whole how much or how long it takes, and its parts come to something else.
    StatedWhole,
    /// The numbers of the weeks leave one out, or name one twice.
    WeekNumbers,
    /// A stage names weeks that are not among those of its phase.
    OutsidePhase,
    /// The same thing is counted differently in several places.
    CountsDiffer,
    /// So many a day or week come to far more or less than what is asked.
    RateAgainstCount,
    /// A success metric asks for something that no week makes.
    Unbuilt,
    /// Fewer things are made than are asked for.
    TooFewBuilt,
    /// What is asked for can be had only with something optional.
    OptionalNeeded,
    /// A list to finish before something asks for that very thing.
    BeforeItself,
}

impl Rule {
    /// The name as it is stored and as it crosses to the screen: `template-hours`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TemplateHours => "template-hours",
            Self::StatedLength => "stated-length",
            Self::TemplateBalance => "template-balance",
            Self::WeekDemand => "week-demand",
            Self::UnevenStage => "uneven-stage",
            Self::HeadedHours => "headed-hours",
            Self::StatedWhole => "stated-whole",
            Self::WeekNumbers => "week-numbers",
            Self::OutsidePhase => "outside-phase",
            Self::CountsDiffer => "counts-differ",
            Self::RateAgainstCount => "rate-against-count",
            Self::Unbuilt => "unbuilt",
            Self::TooFewBuilt => "too-few-built",
            Self::OptionalNeeded => "optional-needed",
            Self::BeforeItself => "before-itself",
        }
    }
}

impl Finding {
    /// A finding about these claims; `about` names what it is about within its rule.
    pub(super) fn new(rule: Rule, about: &str, says: String, mut claims: Vec<Claim>) -> Self {
        claims.sort_by_key(|claim| (claim.line, claim.item));
        claims.dedup_by_key(|claim| claim.item);
        let words = claims.iter().map(|claim| claim.says.as_str()).collect::<Vec<_>>().join(", ");
        let key = format!("{}: {about}: {words}", rule.name());
        Self { key, rule, says, claims, remedies: Vec::new() }
    }

    /// The finding with another way out.
    pub(super) fn or(mut self, label: impl Into<String>, change: Change) -> Self {
        self.remedies.push(Remedy { label: label.into(), change });
        self
    }
}
