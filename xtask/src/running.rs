//! A program that runs beside the chore, and no longer than the chore needs it.

use std::{
    io,
    process::{Child, ChildStdout, Command},
};

/// A program that runs until this is dropped.
pub(crate) struct Running(Child);

impl Running {
    /// Starts it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn start(command: &mut Command) -> io::Result<Self> {
        Ok(Self(command.spawn()?))
    }

    /// What it prints, if that was piped and not yet taken.
    pub(crate) fn stdout(&mut self) -> Option<&mut ChildStdout> {
        self.0.stdout.as_mut()
    }

    /// What it prints, to be read for as long as it runs.
    pub(crate) fn take_stdout(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ended = self.0.kill().and_then(|()| self.0.wait());
    }
}
