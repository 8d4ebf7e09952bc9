//! What kind of work an hour is for.

use serde::{Deserialize, Serialize};

/// The kind of work an [activity](crate::item::Kind::Activity) or a block of the day is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Reading, courses, notebooks: taking in.
    Study,
    /// Projects and exercises: making.
    HandsOn,
    /// Coding problems, system design, mock interviews.
    InterviewPrep,
    /// Applications, résumé, follow-ups.
    JobSearch,
    /// Posts, case studies, documentation.
    Writing,
    /// Communities, meetups, messages.
    Networking,
    /// Looking back and planning ahead.
    Review,
    /// Meals, breaks, days off. Never counted as work.
    Rest,
}

impl Category {
    /// Every category, in the order in which they are listed on screen.
    pub const ALL: [Self; 8] = [
        Self::Study,
        Self::HandsOn,
        Self::InterviewPrep,
        Self::JobSearch,
        Self::Writing,
        Self::Networking,
        Self::Review,
        Self::Rest,
    ];

    /// The name as it is stored and as it crosses to the screen: `hands-on`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Study => "study",
            Self::HandsOn => "hands-on",
            Self::InterviewPrep => "interview-prep",
            Self::JobSearch => "job-search",
            Self::Writing => "writing",
            Self::Networking => "networking",
            Self::Review => "review",
            Self::Rest => "rest",
        }
    }

    /// What it is called in a sentence: "interview prep".
    pub const fn words(self) -> &'static str {
        match self {
            Self::InterviewPrep => "interview prep",
            Self::JobSearch => "job search",
            other => other.name(),
        }
    }

    /// The category of that [name](Self::name), if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }

    /// True for everything but rest.
    pub const fn is_work(self) -> bool {
        !matches!(self, Self::Rest)
    }

    /// True for everything but rest and review: a day with neither more is a day of rest.
    pub const fn makes_a_working_day(self) -> bool {
        !matches!(self, Self::Rest | Self::Review)
    }
}
