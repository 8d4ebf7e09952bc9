//! Claims about reminders.
