//! Running other programs: from the checkout's top folder, never waiting for input, failing in words.

use std::{
    env,
    ffi::OsStr,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
};

use crate::{
    failure::{Done, Failure},
    network, places,
};

/// A command that starts in the checkout's top folder and gets no input: a chore never waits for an answer.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(places::root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this chore.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Where a program is found on the search path.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let names = [format!("{name}{}", env::consts::EXE_SUFFIX), format!("{name}.cmd")];
    let names = if cfg!(windows) { &names[..] } else { &names[..1] };
    env::split_paths(&env::var_os("PATH")?)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|path| path.is_file())
}

/// Whether the command ends well. Its output goes nowhere.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// What the command prints, if it ends well.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs the command with its output where the person can see it.
///
/// # Errors
/// When it cannot be started or does not end well.
pub(crate) fn run(command: &mut Command) -> Done {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` failed ({status})", shown(command)), "").with_exit_code(status.code()))
}

/// Runs a command that downloads, and says so when the network is to blame. What it complains about is held back until
/// it has failed for another reason: without a network there is a line for each file, and all say the same.
///
/// # Errors
/// When it cannot be started or does not end well.
pub(crate) fn download(command: &mut Command) -> Done {
    let output = command.stdout(Stdio::inherit()).stderr(Stdio::piped()).output();
    let output = output.map_err(|error| cannot_start(command, &error))?;
    judge_download(command, output.status, &String::from_utf8_lossy(&output.stderr), true)
}

/// As [`download`], for a command whose progress is among its complaints: they are shown as they come.
///
/// # Errors
/// As [`download`].
pub(crate) fn download_in_sight(command: &mut Command) -> Done {
    if io::stderr().is_terminal() {
        // What is piped through here still ends at a terminal.
        command.envs([
            ("CARGO_TERM_COLOR", "always"),
            ("CARGO_TERM_PROGRESS_WHEN", "always"),
            ("CARGO_TERM_PROGRESS_WIDTH", "80"),
        ]);
    }
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    let mut complaints = Vec::new();
    if let Some(mut stderr) = child.stderr.take() {
        let mut piece = [0; 4096];
        while let Ok(length @ 1..) = stderr.read(&mut piece) {
            // Showing is a courtesy: a closed terminal does not stop the work.
            let _shown = io::stderr().write_all(&piece[..length]);
            complaints.extend_from_slice(&piece[..length]);
        }
    }
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    judge_download(command, status, &String::from_utf8_lossy(&complaints), false)
}

fn judge_download(command: &Command, status: ExitStatus, complaints: &str, held: bool) -> Done {
    if status.success() {
        return Ok(());
    }
    if network::host_not_reached(complaints) {
        return Err(Failure::no_network());
    }
    if held {
        eprint!("{complaints}");
    }
    let what = format!("`{}` failed ({status})", shown(command));
    Err(Failure::new(what, "its own message is above").with_exit_code(status.code()))
}

/// A command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = if program.is_absolute() { program.file_stem() } else { Some(program.as_os_str()) };
    let quoted = |word: &OsStr| {
        let word = word.to_string_lossy();
        let plain = |c: char| c.is_alphanumeric() || "-_=+./,:@%".contains(c);
        if !word.is_empty() && word.chars().all(plain) { word.into_owned() } else { format!("'{word}'") }
    };
    name.into_iter().chain(command.get_args()).map(quoted).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command, error: &io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(
        format!("cannot start `{program}`: {error}"),
        "install it, or put it on the search path (PATH)",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("/opt/rust/bin/cargo");
        command.args(["nextest", "run", "-E", "not binary(window)"]);
        assert_eq!(shown(&command), "cargo nextest run -E 'not binary(window)'");
    }

    #[cfg(unix)]
    #[test]
    fn a_failed_download_blames_the_network_only_when_the_network_failed() {
        for (complaint, blamed) in [("npm error code EAI_AGAIN", true), ("npm error code EUSAGE", false)] {
            for download in [download, download_in_sight] {
                let failure =
                    download(Command::new("sh").args(["-c", "echo $0 >&2; exit 1", complaint])).unwrap_err();
                assert_eq!(failure.is_no_network(), blamed, "{failure}");
                assert_eq!(failure.to_string().lines().count(), 1, "{failure}");
            }
        }
    }

    #[test]
    fn a_missing_program_is_named() {
        let failure = run(&mut Command::new("waymark-has-no-such-program")).unwrap_err();
        assert!(failure.to_string().contains("waymark-has-no-such-program"), "{failure}");
    }
}
