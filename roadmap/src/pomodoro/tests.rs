//! Claims about the timer.
