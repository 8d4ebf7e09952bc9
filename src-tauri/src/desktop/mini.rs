//! The mini window: the timer, small and above all others. It is there while the app wants it, and gone otherwise, so that
//! it costs nothing while nobody sees it.

use super::window::{Origin, background, chosen};
use super::{Desk, MAIN, PLACE, run_aside};
use crate::view;
use std::sync::{Mutex, PoisonError};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, LogicalPosition, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};
use tauri_plugin_window_state::AppHandleExt;

/// The mini window's name.
pub(super) const MINI: &str = "mini";

/// Its size in points, as its page is laid out.
const SIZE: (f64, f64) = (272.0, 100.0);

/// How far from the screen's edges it stands the first time, in points.
const MARGIN: f64 = 24.0;

/// Its name, while it is there.
pub(super) fn is_there(app: &AppHandle) -> Option<&'static str> {
    app.get_webview_window(MINI).map(|_| MINI)
}

/// Brings the window in line with whether the app wants it. Not on the main thread, which makes it.
pub(super) fn follow(app: &AppHandle) {
    // Two at a time would make two windows of one name.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let desk = app.state::<Desk>();
    let Ok((wanted, theme)) = desk.waymark.run(|app| Ok((app.has_mini(), app.frame()?.settings.theme)))
    else {
        return;
    };
    let outcome = match (wanted, app.get_webview_window(MINI)) {
        // Whoever leaves takes it along.
        (true, None) if app.get_webview_window(MAIN).is_some() => open(app, theme),
        (false, Some(window)) => close(app, &window),
        _ => return,
    };
    if let Err(error) = outcome {
        tracing::warn!(%error, wanted, "the mini window could not follow");
    }
    desk.tray.surroundings_changed();
}

/// It is gone from the screen, and may be wanted again by now.
pub(super) fn is_gone(app: &AppHandle) {
    let handle = app.clone();
    run_aside("mini", move || {
        handle.state::<Desk>().tray.surroundings_changed();
        follow(&handle);
    });
}

/// Takes it away with the main window; it is there again at the next start.
pub(super) fn leave(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MINI)
        && let Err(error) = window.destroy()
    {
        tracing::warn!(%error, "the mini window stays");
    }
}

fn open(app: &AppHandle, theme: view::Theme) -> tauri::Result<()> {
    let origin = Origin::of(app);
    let desk = app.state::<Desk>();
    let theme = chosen(theme);
    let mut builder = WebviewWindowBuilder::new(app, MINI, WebviewUrl::App("mini.html".into()))
        .title("Waymark timer")
        .inner_size(SIZE.0, SIZE.1)
        .decorations(false)
        // GTK gives a window that cannot be resized no less than 200 points of height; these bounds do the same.
        .min_inner_size(SIZE.0, SIZE.1)
        .max_inner_size(SIZE.0, SIZE.1)
        .maximizable(false)
        .minimizable(false)
        .always_on_top(true)
        .visible_on_all_workspaces(true)
        .skip_taskbar(true)
        .theme(theme)
        .background_color(background(theme.or(desk.theme())))
        .visible(false)
        .on_navigation(move |url| origin.has(url))
        .on_new_window(|_, _| NewWindowResponse::Deny);
    if let Some(place) = first_place(app) {
        builder = builder.position(place.x, place.y);
    }
    if let Some(folder) = &desk.web_data {
        builder = builder.data_directory(folder.clone());
    }
    let window = builder.build()?;
    let handle = app.clone();
    window.on_window_event(move |event| on_event(&handle, event));
    show(&window)
}

fn close(app: &AppHandle, window: &WebviewWindow) -> tauri::Result<()> {
    if let Err(error) = app.save_window_state(PLACE) {
        tracing::warn!(%error, "where the mini window was is not kept");
    }
    window.destroy()
}

fn show(window: &WebviewWindow) -> tauri::Result<()> {
    window.show()?;
    window.set_focus()
}

/// Where it stands as long as nobody has moved it: in the corner of the main window's screen.
fn first_place(app: &AppHandle) -> Option<LogicalPosition<f64>> {
    let main = app.get_webview_window(MAIN)?;
    let screen = main.current_monitor().ok().flatten().or_else(|| main.primary_monitor().ok().flatten())?;
    let scale = screen.scale_factor();
    let area = screen.work_area();
    let (from, room) = (area.position.to_logical::<f64>(scale), area.size.to_logical::<f64>(scale));
    Some(LogicalPosition::new(from.x + room.width - SIZE.0 - MARGIN, from.y + room.height - SIZE.1 - MARGIN))
}

fn on_event(app: &AppHandle, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event {
        api.prevent_close();
        let handle = app.clone();
        run_aside("mini", move || {
            let desk = handle.state::<Desk>();
            if let Err(problem) = desk.waymark.run(|app| app.show_mini(false)) {
                tracing::warn!(problem.message, "that the mini window was closed is not kept");
            }
        });
    }
}
