//! What an item means.

use super::{BlockRule, Budget, Measure, NumberRange, Tempo};
use crate::Category;
use serde::{Deserialize, Serialize};

/// What an item means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Kind {
    /// A top part of the roadmap ("Month 1").
    Phase {
        /// The months it names, if it names any.
        months: Option<NumberRange>,
        /// True where no end is given, or the end is an event ("until an offer").
        open_ended: bool,
    },
    /// One of several ways to the same end ("Track A", "Path 2"), with the phases and stages of that
    /// way below it; one of them is picked when the document is imported.
    Track {
        /// What the document tells it from the others by ("A").
        label: String,
    },
    /// Consecutive weeks inside a phase ("Weeks 6-7"), or an open-ended stretch ("ongoing").
    Stage {
        /// The weeks it names, if it names any; an open-ended stage names none.
        weeks: Option<NumberRange>,
        /// How many days it lasts, where it names days, dates or a length instead of weeks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional = nullable))]
        days: Option<u32>,
    },
    /// What a phase or stage is for.
    Goal,
    /// A budgeted piece of a stage.
    Activity {
        /// What kind of work it is.
        category: Category,
        /// How much time the document gives it.
        budget: Option<Budget>,
    },
    /// A named project inside an activity; the same number may come again ("continued").
    Project {
        /// Its number, if the document numbers it.
        number: Option<u32>,
    },
    /// One thing to do.
    Step {
        /// True where the document calls it optional.
        optional: bool,
    },
    /// The list of things to be able to say "yes" to at a stage's end.
    Checkpoint,
    /// One of them.
    CheckpointItem,
    /// A measurable claim.
    Target {
        /// What is measured against what; none where the words hold no number.
        measure: Option<Measure>,
    },
    /// Something that exists afterwards.
    Deliverable,
    /// Pick one among the options below.
    Choice,
    /// One option of a choice.
    Option {
        /// The letter or number that the document gives it ("A").
        label: String,
        /// Whom it suits, if the document says so ("research-oriented roles").
        suits: Option<String>,
    },
    /// A phase's success metrics.
    Gate {
        /// The months it is for, to find its phase by.
        months: Option<NumberRange>,
    },
    /// One success metric.
    Metric {
        /// What is counted, where it can be counted.
        measure: Option<Measure>,
    },
    /// Study material.
    Resource {
        /// The link as written; none for material that is only named.
        href: Option<String>,
    },
    /// The blocks of a typical week.
    Template {
        /// The minutes a week that its heading claims.
        stated_minutes: Option<u32>,
        /// Whether it is meant for full or part time, where it says so.
        tempo: Option<Tempo>,
    },
    /// The blocks of a stage's own day, instead of the template's.
    Routine,
    /// One block of a template or routine.
    Block(BlockRule),
    /// An account to open or a service to subscribe to.
    Account {
        /// The price in the document's words ("$20/month").
        price: Option<String>,
        /// True where it is listed among the paid ones, or names a price.
        paid: bool,
    },
    /// One line of a checklist that no stage owns.
    ChecklistItem,
    /// A heading or label with a list of lines; what they are is told by `about`.
    Section {
        /// What it is about.
        about: About,
    },
    /// One line of a section.
    Entry,
    /// A remark that was not understood as anything else, kept where it stands.
    Note,
    /// An HTML comment.
    Comment,
}

/// What a [section](Kind::Section) is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// What one will have at the end.
    Outcomes,
    /// The roles aimed at.
    Roles,
    /// The gates, one for each phase.
    Gates,
    /// The week templates.
    Schedule,
    /// Accounts to have.
    Accounts,
    /// What to install.
    Setup,
    /// Reading lists.
    Reading,
    /// What to avoid.
    Pitfalls,
    /// Advice.
    Tips,
    /// A summary that says again what the phases say.
    Timeline,
    /// A checklist outside the stages.
    Checklist,
    /// Offers and salaries to expect.
    Expectations,
    /// Success rates: how many of one become how many of the next.
    Funnel,
    /// What to do first.
    NextSteps,
    /// Anything else; its heading says what.
    Other,
}
