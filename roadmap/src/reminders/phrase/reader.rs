//! Goes through the words that say when.

/// Goes through words, and stands still where they are not understood.
pub(super) struct Reader<'a> {
    words: &'a [&'a str],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) const fn of(words: &'a [&'a str]) -> Self {
        Self { words, at: 0 }
    }

    /// The next word in small letters, without a colon or comma at its end.
    pub(super) fn peek(&self) -> Option<String> {
        self.peek_after(0)
    }

    /// The word after so many more; none beyond a colon.
    pub(super) fn peek_after(&self, skipped: usize) -> Option<String> {
        let before = self.words.get(self.at.saturating_sub(1)..self.at + skipped);
        if before.unwrap_or_default().iter().any(|word| word.ends_with(':')) {
            return None;
        }
        let word = self.words.get(self.at + skipped)?;
        Some(word.trim_end_matches([':', ',', ';']).to_lowercase())
    }

    /// Takes so many words.
    pub(super) fn take(&mut self, count: usize) {
        self.at = (self.at + count).min(self.words.len());
    }

    /// Goes back to where so many words were taken.
    pub(super) fn back_to(&mut self, taken: usize) {
        self.at = taken;
    }

    /// Takes the next word if it is one of these.
    pub(super) fn takes(&mut self, any: &[&str]) -> bool {
        let found = self.peek().is_some_and(|word| any.contains(&word.as_str()));
        if found {
            self.take(1);
        }
        found
    }

    pub(super) const fn taken(&self) -> usize {
        self.at
    }

    pub(super) const fn is_over(&self) -> bool {
        self.at >= self.words.len()
    }

    /// Whether the last word that was taken ends with a colon.
    pub(super) fn is_closed(&self) -> bool {
        let last = self.at.checked_sub(1).and_then(|last| self.words.get(last));
        last.is_some_and(|word| word.ends_with(':'))
    }
}
