//! What changed, as far as a screen cares.

use roadmap_store::Table;
use std::collections::BTreeSet;

/// Something a screen shows. The names are those of the bridge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// What stands around every screen.
    Frame,
    /// The roadmap and what was recorded about it.
    Roadmap,
    /// How a document is read that is looked at before it is taken over.
    Reading,
    /// Weeks, days, hours.
    Plan,
    /// The timer.
    Timer,
    /// The inbox.
    Inbox,
    /// The rules of reminders.
    Reminders,
    /// The calendars that plans keep clear of.
    Calendars,
}

/// What changed since it was last asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    /// These are to be read again.
    pub topics: BTreeSet<Topic>,
}

impl News {
    /// True where nothing changed.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }
}

/// What shows a table's rows.
pub(super) const fn topics_of(table: Table) -> &'static [Topic] {
    match table {
        Table::Roadmap | Table::Plan => &[Topic::Frame, Topic::Roadmap, Topic::Plan],
        Table::Item => &[Topic::Roadmap, Topic::Plan],
        Table::Document => &[Topic::Roadmap],
        Table::Reading => &[Topic::Reading],
        Table::AcceptedFinding => &[Topic::Roadmap],
        Table::DaysOff => &[Topic::Roadmap, Topic::Plan],
        Table::Template
        | Table::TemplateBlock
        | Table::FormerTemplate
        | Table::Season
        | Table::Exception
        | Table::SingleBlock
        | Table::GivenBlock
        | Table::LeftWeek => &[Topic::Plan],
        Table::DecidedLength | Table::FormerEnd | Table::MovedWork => {
            &[Topic::Frame, Topic::Roadmap, Topic::Plan]
        }
        Table::Calendar => &[Topic::Calendars, Topic::Frame, Topic::Roadmap, Topic::Plan],
        Table::CalendarReading => &[Topic::Calendars],
        Table::ExportedEvent => &[],
        Table::Session => &[Topic::Plan, Topic::Roadmap],
        Table::Timer => &[Topic::Timer],
        Table::ReminderRule => &[Topic::Reminders],
        Table::Occurrence => &[Topic::Inbox, Topic::Frame],
        Table::Setting => &[Topic::Frame, Topic::Plan, Topic::Timer],
        Table::UndoStep => &[Topic::Frame],
    }
}
