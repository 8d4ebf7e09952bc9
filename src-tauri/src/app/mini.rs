//! Whether the mini window is wanted: it is there again after a restart.

use super::{App, Error};
use roadmap_store::table;
use rusqlite::Connection;

/// The name that it is stored under.
const NAME: &str = "mini";

/// Whether the mini window was there when the app was last left.
pub(super) fn kept(store: &Connection) -> Result<bool, Error> {
    Ok(table::setting::get(store, NAME)?.unwrap_or_default())
}

impl App {
    /// Shows the mini window, or closes it. No change of the person's that undo would take back.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn show_mini(&mut self, shown: bool) -> Result<(), Error> {
        if self.mini == shown {
            return Ok(());
        }
        let now = self.ports.clock.now();
        self.keep(now, |to| table::setting::set(to, NAME, &shown))?;
        self.mini = shown;
        Ok(())
    }

    /// Whether the mini window is wanted.
    pub fn has_mini(&self) -> bool {
        self.mini
    }
}
