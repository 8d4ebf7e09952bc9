//! What the person writes of an interval.

use super::Refused;

/// Words without the space around them; none where nothing else is left.
///
/// # Errors
/// [`Refused::TooLong`] for more than `most` letters; `what` names them.
pub(super) fn words(what: &'static str, text: &str, most: usize) -> Result<Option<String>, Refused> {
    let text = text.trim();
    let letters = text.chars().count();
    if letters > most {
        return Err(Refused::TooLong { what, letters, most });
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
