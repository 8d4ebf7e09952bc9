//! Which tables a transaction touched.

use std::collections::BTreeSet;

/// The tables whose changes others want to hear of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Roadmaps.
    Roadmap,
    /// Their documents.
    Document,
    /// How documents are read that were looked at before.
    Reading,
    /// What they say, and what was recorded about it.
    Item,
    /// Week templates.
    Template,
    /// Their blocks.
    TemplateBlock,
    /// The blocks that templates had before.
    FormerTemplate,
    /// Start, pace and the like.
    Plan,
    /// Which template takes over when.
    Season,
    /// Holidays, vacations, light days.
    DaysOff,
    /// Blocks that are elsewhere on their date, or left out.
    Exception,
    /// Blocks of one date alone.
    SingleBlock,
    /// What blocks are for by hand.
    GivenBlock,
    /// How long stages take by the person's decision.
    DecidedLength,
    /// The ends that stages had before.
    FormerEnd,
    /// Work that other weeks took over.
    MovedWork,
    /// What the plan check found and the person leaves as it is.
    AcceptedFinding,
    /// Calendars whose times plans keep clear of.
    Calendar,
    /// What was last read of them.
    CalendarReading,
    /// What calendar files were last given.
    ExportedEvent,
    /// Weeks that ended behind or ahead and are left as they are.
    LeftWeek,
    /// Finished and abandoned intervals.
    Session,
    /// The timer's state.
    Timer,
    /// The rules of reminders.
    ReminderRule,
    /// Reminders that came due.
    Occurrence,
    /// The person's settings.
    Setting,
    /// What can be undone.
    UndoStep,
}

impl Table {
    pub(crate) const ALL: [Self; 27] = [
        Self::Roadmap,
        Self::Document,
        Self::Reading,
        Self::Item,
        Self::Template,
        Self::TemplateBlock,
        Self::FormerTemplate,
        Self::Plan,
        Self::Season,
        Self::DaysOff,
        Self::Exception,
        Self::SingleBlock,
        Self::GivenBlock,
        Self::DecidedLength,
        Self::FormerEnd,
        Self::MovedWork,
        Self::AcceptedFinding,
        Self::Calendar,
        Self::CalendarReading,
        Self::ExportedEvent,
        Self::LeftWeek,
        Self::Session,
        Self::Timer,
        Self::ReminderRule,
        Self::Occurrence,
        Self::Setting,
        Self::UndoStep,
    ];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Roadmap => "roadmap",
            Self::Document => "document",
            Self::Reading => "reading",
            Self::Item => "item",
            Self::Template => "template",
            Self::TemplateBlock => "template_block",
            Self::FormerTemplate => "former_template",
            Self::Plan => "plan",
            Self::Season => "season",
            Self::DaysOff => "days_off",
            Self::Exception => "exception",
            Self::SingleBlock => "single_block",
            Self::GivenBlock => "given_block",
            Self::DecidedLength => "decided_length",
            Self::FormerEnd => "former_end",
            Self::MovedWork => "moved_work",
            Self::AcceptedFinding => "accepted_finding",
            Self::Calendar => "calendar",
            Self::CalendarReading => "calendar_reading",
            Self::ExportedEvent => "exported_event",
            Self::LeftWeek => "left_week",
            Self::Session => "session",
            Self::Timer => "timer",
            Self::ReminderRule => "reminder_rule",
            Self::Occurrence => "occurrence",
            Self::Setting => "setting",
            Self::UndoStep => "undo_step",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }
}

/// The tables that a transaction touched.
pub type Changes = BTreeSet<Table>;
