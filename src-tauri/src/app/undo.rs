//! Taking changes back, and doing them again.

use super::{App, Error};

impl App {
    /// Takes the latest change back and answers what it was; none if there was none.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn undo(&mut self) -> Result<Option<String>, Error> {
        let done = self.store.undo()?;
        Ok(self.note_and_settle(done))
    }

    /// Does the latest undone change again and answers what it was; none if there was none.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn redo(&mut self) -> Result<Option<String>, Error> {
        let done = self.store.redo()?;
        Ok(self.note_and_settle(done))
    }
}
