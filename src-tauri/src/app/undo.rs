//! Taking changes back, and doing them again.

use super::{App, Error};

impl App {
    /// Takes the latest change back and answers what it was; none if there was none.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn undo(&mut self) -> Result<Option<String>, Error> {
        let done = self.store.undo()?;
        let label = self.note_and_settle(done);
        self.follow_block()?;
        Ok(label)
    }

    /// Does the latest undone change again and answers what it was; none if there was none.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn redo(&mut self) -> Result<Option<String>, Error> {
        let done = self.store.redo()?;
        let label = self.note_and_settle(done);
        self.follow_block()?;
        Ok(label)
    }
}
