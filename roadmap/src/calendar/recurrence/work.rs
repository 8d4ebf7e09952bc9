//! How much may be worked out.

/// The most candidates of one event that are looked at: some hundred years of days on each hour.
const OF_AN_EVENT: u64 = 1_000_000;

/// The most candidates of a calendar that are looked at, some seconds of work.
const OF_A_CALENDAR: u64 = 60_000_000;

/// More work than there is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::calendar) struct TooMuch;

/// What is left of the work that may be done, in candidates looked at.
#[derive(Debug)]
pub(in crate::calendar) struct Work {
    event: u64,
    calendar: u64,
}

impl Work {
    /// What a whole calendar gets.
    pub(in crate::calendar) fn of_a_calendar() -> Self {
        Self { event: OF_AN_EVENT, calendar: OF_A_CALENDAR }
    }

    /// Goes on to another event.
    pub(in crate::calendar) fn next_event(&mut self) {
        self.event = OF_AN_EVENT;
    }

    /// Takes some of it.
    pub(in crate::calendar) fn take(&mut self, candidates: usize) -> Result<(), TooMuch> {
        let candidates = candidates as u64;
        self.event = self.event.checked_sub(candidates).ok_or(TooMuch)?;
        self.calendar = self.calendar.checked_sub(candidates).ok_or(TooMuch)?;
        Ok(())
    }
}
