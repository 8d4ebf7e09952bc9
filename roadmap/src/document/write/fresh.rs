//! What the document does not say yet, put into words.

/// Minutes as hours where they are such: "5 hours", "1.5 hours", "20 min".
pub(super) fn time(minutes: u32) -> String {
    match minutes {
        60 => "1 hour".to_owned(),
        _ if minutes.is_multiple_of(15) && minutes >= 60 => format!("{} hours", f64::from(minutes) / 60.0),
        _ => format!("{minutes} min"),
    }
}
