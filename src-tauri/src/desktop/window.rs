//! The main window: how it looks before its page does, where it may go, and what closing it does.

use super::{Desk, MAIN, events, mini, run_aside};
use crate::view;
use tauri::webview::{Color, NewWindowResponse, PageLoadEvent};
use tauri::{
    App, AppHandle, DragDropEvent, Manager, Runtime, Theme, Url, WebviewUrl, WebviewWindowBuilder,
    WindowEvent,
};

/// The page's own background, so that the window does not flash before it is painted.
const LIGHT: Color = Color(0xff, 0xff, 0xff, 0xff);
const DARK: Color = Color(0x16, 0x19, 0x17, 0xff);

/// Makes the window and shows it at once, unless it is to start hidden.
///
/// # Errors
/// What the system says.
pub(super) fn open(app: &App, theme: view::Theme) -> tauri::Result<()> {
    let chosen = chosen(theme);
    let origin = Origin::of(app.handle());
    let handle = app.handle().clone();
    let mut builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Waymark")
        .inner_size(1280.0, 800.0)
        .min_inner_size(960.0, 640.0)
        .theme(chosen)
        .background_color(LIGHT)
        .visible(false)
        .zoom_hotkeys_enabled(true)
        .on_navigation(move |url| origin.has(url))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(move |_, page| {
            if page.event() == PageLoadEvent::Finished {
                handle.state::<Desk>().tray.window_is_up();
            }
        });
    let desk = app.state::<Desk>();
    if let Some(folder) = &desk.web_data {
        builder = builder.data_directory(folder.clone());
    }
    let window = builder.build()?;
    // Only now does the system tell its theme; nothing is painted before the event loop runs.
    let system = window.theme().ok();
    desk.set_theme(system);
    window.set_background_color(Some(background(chosen.or(system))))?;
    let handle = app.handle().clone();
    window.on_window_event(move |event| on_event(&handle, event));
    if !desk.starts_hidden() {
        window.show()?;
        desk.set_shown(true);
    }
    Ok(())
}

/// The theme that the person has chosen; none where the system's holds.
pub(super) fn chosen(theme: view::Theme) -> Option<Theme> {
    match theme {
        view::Theme::System => None,
        view::Theme::Light => Some(Theme::Light),
        view::Theme::Dark => Some(Theme::Dark),
    }
}

/// The page's background in a theme.
pub(super) fn background(theme: Option<Theme>) -> Color {
    if theme == Some(Theme::Dark) { DARK } else { LIGHT }
}

/// Brings the window to the front; its screens then read what they missed.
pub(super) fn show<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    if let Err(error) = shown {
        tracing::warn!(%error, "the window did not come forward");
    }
    let desk = app.state::<Desk>();
    if !desk.set_shown(true) {
        events::everything_changed(app);
    }
    desk.waymark.look_at_calendars();
}

/// Hides the window; the app goes on in the tray. Answers whether it did.
pub(super) fn hide(app: &AppHandle) -> bool {
    let Some(window) = app.get_webview_window(MAIN) else { return false };
    if let Err(error) = window.hide() {
        tracing::warn!(%error, "the window does not hide");
        return false;
    }
    app.state::<Desk>().set_shown(false);
    true
}

/// Brings the window to the front, or hides it where it is shown.
pub(super) fn toggle(app: &AppHandle) {
    if app.state::<Desk>().is_shown() {
        hide(app);
    } else {
        show(app);
    }
}

/// Pixels per point on the screen that the window is on.
pub(super) fn scale(app: &AppHandle) -> f64 {
    app.get_webview_window(MAIN).and_then(|window| window.scale_factor().ok()).unwrap_or(1.0)
}

fn on_event(app: &AppHandle, event: &WindowEvent) {
    let desk = app.state::<Desk>();
    match event {
        WindowEvent::CloseRequested { api, .. } if desk.tray_works() => {
            // What does not hide is closed.
            if !hide(app) {
                return;
            }
            api.prevent_close();
            let waymark = desk.waymark.clone();
            // It was said before, or is not worth stopping for.
            run_aside("hidden", move || _ = waymark.run(|app| app.tell_hidden()));
        }
        // The mini window does not keep the app running where nothing else would bring the main one back.
        WindowEvent::Destroyed => mini::leave(app),
        WindowEvent::ThemeChanged(theme) => {
            desk.set_theme(Some(*theme));
            desk.tray.surroundings_changed();
        }
        WindowEvent::DragDrop(DragDropEvent::Enter { paths, .. }) if !paths.is_empty() => {
            events::file_over(app, true);
        }
        WindowEvent::DragDrop(DragDropEvent::Leave) => events::file_over(app, false),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            events::file_over(app, false);
            if let Some(file) = paths.first() {
                events::offer_file(app, file.clone());
            }
        }
        _ => {}
    }
}

/// Where the app's own page comes from; the window goes nowhere else.
pub(super) struct Origin {
    dev: Option<Url>,
}

impl Origin {
    pub(super) fn of(app: &AppHandle) -> Self {
        Self { dev: app.config().build.dev_url.clone().filter(|_| tauri::is_dev()) }
    }

    pub(super) fn has(&self, url: &Url) -> bool {
        if let Some(dev) = &self.dev {
            return url.origin() == dev.origin();
        }
        match url.scheme() {
            "tauri" => url.host_str() == Some("localhost"),
            // How Windows serves it.
            "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_but_to_its_own_page() {
        let origin = Origin { dev: None };
        let goes = |url: &str| origin.has(&url.parse().unwrap());
        assert!(goes("tauri://localhost/index.html"));
        assert!(!goes("https://example.org/"));
        assert!(!goes("tauri://elsewhere/"));
        assert!(!goes("file:///etc/passwd"));
        assert!(!goes("about:blank"));
    }

    #[test]
    fn while_developing_it_goes_to_the_dev_server_alone() {
        let origin = Origin { dev: Some("http://localhost:5173".parse().unwrap()) };
        let goes = |url: &str| origin.has(&url.parse().unwrap());
        assert!(goes("http://localhost:5173/#week"));
        assert!(!goes("http://localhost:8080/"));
    }
}
