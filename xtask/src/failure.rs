//! Why a chore stopped, said so that the reader knows what to do next. No other kind of error leaves a chore.

use std::fmt;

/// What a chore comes to.
pub(crate) type Done = Result<(), Failure>;

/// What went wrong and, where there is one, the way to mend it.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    fix: String,
    exit_code: u8,
    no_network: bool,
}

impl Failure {
    /// `what` names the thing that failed; `fix` says what to do, and may be empty when `what` already does.
    pub(crate) fn new(what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { what: what.into(), fix: fix.into(), exit_code: 1, no_network: false }
    }

    /// Something that was said where it happened, with nothing to add at the end.
    pub(crate) fn already_said() -> Self {
        Self::new("", "")
    }

    /// The same, ending with the exit code of the command that was run on someone's behalf.
    pub(crate) fn with_exit_code(mut self, code: Option<i32>) -> Self {
        self.exit_code = code.and_then(|code| u8::try_from(code).ok()).filter(|code| *code != 0).unwrap_or(1);
        self
    }

    /// A host was not reached, so something could not be downloaded.
    pub(crate) fn no_network() -> Self {
        let fix = "connect this machine (or set HTTPS_PROXY), then run the same command again";
        Self { no_network: true, ..Self::new("no network, so that could not be downloaded", fix) }
    }

    /// Whether a host was not reached, so that trying another way is in vain.
    pub(crate) fn is_no_network(&self) -> bool {
        self.no_network
    }

    /// Tells the person, under whatever the failed command printed.
    pub(crate) fn say(&self) {
        if !self.what.is_empty() {
            eprintln!("\n{self}");
        }
    }

    /// 1 to 255.
    pub(crate) fn exit_code(&self) -> u8 {
        self.exit_code
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "xtask: {}", self.what)?;
        if !self.fix.is_empty() {
            write!(f, ": {}", self.fix)?;
        }
        Ok(())
    }
}
