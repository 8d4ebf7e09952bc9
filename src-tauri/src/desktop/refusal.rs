//! What is left to do where Waymark cannot start: say why, in a line and in a dialog.

use std::process::ExitCode;
use tauri::{App, RunEvent};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

/// Says why and ends once the person has read it.
pub(super) fn show(app: App, reason: String) -> ExitCode {
    eprintln!("waymark: {reason}");
    app.run_return(move |app, event| {
        if let RunEvent::Ready = event {
            let handle = app.clone();
            let dialog =
                app.dialog().message(&reason).title("Waymark cannot start").kind(MessageDialogKind::Error);
            dialog.show(move |_| handle.exit(1));
        }
    });
    ExitCode::FAILURE
}
