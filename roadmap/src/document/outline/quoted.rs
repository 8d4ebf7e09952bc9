//! Headings in a quotation: below the heading around it, and at an end where it ends.

use super::details::DEEPEST;

/// A quotation, or several right behind each other.
pub(super) struct Quoted {
    /// The level of the heading around it, or 0.
    around: u8,
    /// By how much its headings are deeper than they are written, once there is one.
    deeper: Option<u8>,
}

impl Quoted {
    /// A quotation below a heading of that level.
    pub(super) const fn below(around: u8) -> Self {
        Self { around, deeper: None }
    }

    /// True where a heading in it can be below the one around.
    pub(super) const fn has_room(&self) -> bool {
        self.around < DEEPEST
    }

    /// The level of a heading in it that is written with that one.
    pub(super) fn level(&mut self, written: u8) -> u8 {
        let highest = self.around + 1;
        let deeper = *self.deeper.get_or_insert(highest.saturating_sub(written));
        (written + deeper).min(DEEPEST).max(highest)
    }

    /// The level of the heading around, where there are headings to end.
    pub(super) fn left(&self) -> Option<u8> {
        self.deeper.map(|_| self.around)
    }
}
