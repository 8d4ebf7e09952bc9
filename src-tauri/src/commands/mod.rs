//! The commands: thin adapters between the bridge and the use cases, a file a feature.
//!
//! They are named like the use cases and hold no decisions. All of them run off the main thread, since
//! each may wait for the store. A new one is also named in `build.rs`, in the window's capability and in
//! the bridge.

mod calendar;
mod check;
mod dialog;
mod document;
mod first_run;
mod frame;
mod inbox;
mod library;
mod reminders;
mod roadmap;
mod schedule;
mod session;
mod settings;
mod shortcuts;
mod sounds;
mod timer;
mod today;
mod week;

use crate::Waymark;
use crate::view::Problem;
use std::sync::Arc;
use tauri::{Builder, Runtime, State};

type Host<'a> = State<'a, Arc<Waymark>>;
type Answer<T> = Result<T, Problem>;

/// Makes a builder answer every command. The app itself is managed as `Arc<Waymark>`.
pub fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(tauri::generate_handler![
        frame::get_frame,
        frame::show_mini,
        frame::undo,
        frame::redo,
        first_run::library,
        first_run::preview,
        first_run::pick_track,
        first_run::get_readings,
        first_run::correct,
        first_run::take_correction_back,
        first_run::estimate,
        first_run::begin,
        first_run::load_sample,
        first_run::remove_sample,
        roadmap::get_roadmap,
        roadmap::get_source,
        roadmap::set_done,
        roadmap::edit_roadmap,
        roadmap::get_removed,
        roadmap::bring_back,
        roadmap::choose,
        roadmap::set_evidence,
        roadmap::set_reading,
        roadmap::end_stage,
        roadmap::set_resource_base,
        roadmap::open_resource,
        library::get_roadmaps,
        library::activate_roadmap,
        library::archive_roadmap,
        library::rename_roadmap,
        library::duplicate_roadmap,
        library::export_roadmap,
        library::import_roadmap,
        document::get_document,
        document::set_write_back,
        document::compare_document,
        document::read_again,
        document::set_progress_file,
        document::refresh_progress,
        check::get_plan_check,
        check::resolve_finding,
        check::accept_finding,
        week::get_week,
        week::save_block,
        week::remove_block,
        schedule::save_day_block,
        schedule::skip_block,
        schedule::restore_block,
        schedule::give_block,
        schedule::get_days_off,
        schedule::save_days_off,
        schedule::remove_days_off,
        schedule::get_templates,
        schedule::use_template,
        schedule::add_template,
        schedule::rename_template,
        schedule::remove_template,
        schedule::get_forecast,
        schedule::get_replan,
        schedule::accept_proposal,
        today::get_today,
        today::leave_week,
        timer::get_timer,
        timer::get_work_choices,
        timer::start_timer,
        timer::start_break,
        timer::pause_timer,
        timer::resume_timer,
        timer::skip_interval,
        timer::stop_timer,
        timer::extend_interval,
        timer::resolve_absence,
        timer::finish_interval,
        timer::reset_round,
        timer::change_work,
        timer::choose_mode,
        timer::note_interval,
        timer::count_interruption,
        session::get_sessions,
        session::add_session,
        session::change_session,
        session::split_session,
        session::remove_session,
        inbox::get_inbox,
        inbox::see_inbox,
        inbox::answer_inbox,
        inbox::snooze_inbox,
        reminders::get_reminders,
        reminders::save_reminder,
        reminders::read_reminder,
        reminders::add_reminder,
        reminders::remove_reminder,
        reminders::hold_reminders,
        calendar::get_calendars,
        calendar::add_calendar,
        calendar::remove_calendar,
        calendar::export_calendar,
        settings::save_settings,
        settings::get_terms,
        settings::estimate_terms,
        settings::save_terms,
        dialog::pick_roadmap,
        dialog::pick_resource_base,
        dialog::pick_export,
        dialog::pick_progress_file,
        dialog::pick_calendar,
        dialog::pick_calendar_export,
        dialog::get_autostart,
        dialog::set_autostart,
        dialog::get_surroundings,
        shortcuts::get_shortcuts,
        shortcuts::set_shortcut,
        sounds::play_sound,
        dialog::show_window,
        dialog::quit,
    ])
}
