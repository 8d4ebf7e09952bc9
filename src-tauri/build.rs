//! Names every command, so that Tauri checks permissions for the app's own commands too.

/// Every command of the app, as `src/commands` has them.
const COMMANDS: &[&str] = &[
    "get_frame",
    "quit",
    "undo",
    "redo",
    "library",
    "pick_roadmap",
    "preview",
    "estimate",
    "begin",
    "load_sample",
    "remove_sample",
    "get_roadmap",
    "get_source",
    "set_done",
    "edit_roadmap",
    "choose",
    "set_evidence",
    "set_reading",
    "end_stage",
    "pick_resource_base",
    "set_resource_base",
    "open_resource",
    "get_roadmaps",
    "activate_roadmap",
    "archive_roadmap",
    "rename_roadmap",
    "duplicate_roadmap",
    "export_roadmap",
    "import_roadmap",
    "pick_export",
    "get_plan_check",
    "resolve_finding",
    "accept_finding",
    "get_week",
    "save_block",
    "remove_block",
    "get_today",
    "get_timer",
    "get_work_choices",
    "start_timer",
    "start_break",
    "pause_timer",
    "resume_timer",
    "skip_interval",
    "stop_timer",
    "extend_interval",
    "resolve_absence",
    "get_inbox",
    "see_inbox",
    "answer_inbox",
    "save_settings",
    "get_terms",
    "estimate_terms",
    "save_terms",
];

fn main() {
    // Compiled into the binary, and not seen by cargo otherwise.
    println!("cargo:rerun-if-changed=../icons/rendered");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
