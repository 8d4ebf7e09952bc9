//! The tray: an icon with a menu, where there is one. It is a projection of the timer, drawn anew when the
//! timer changes and once a minute while it runs.
//!
//! One thread of its own does all of it, so that neither the main thread nor a use case waits for the panel.

mod host;
mod look;

use crate::desktop::tray_icon::{self, Ink, TrayFace};
use crate::desktop::{Desk, window};
use crate::ports::Clock;
use crate::view::TroubleAbout;
use look::{GoOn, Look};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;
use tauri::image::Image;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Manager};

/// How long the first page may keep the tray waiting: making an icon can hang on some desktops, so the
/// window comes first.
const FOR_THE_WINDOW: Duration = Duration::from_secs(3);

/// Tells the tray what happened.
#[derive(Debug, Clone)]
pub(crate) struct TrayBell(Sender<Word>);

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// The window shows its page.
    WindowUp,
    /// The timer or the panel's theme is different now.
    Changed,
    /// Something shows icons now, or nothing does any more.
    Host(bool),
    /// An item of the menu was clicked.
    Clicked(Item),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    GoOn,
    Skip,
    Stop,
    Open,
    Quit,
}

impl TrayBell {
    /// A bell, and where it is heard.
    pub(crate) fn new() -> (Self, Heard) {
        let (bell, heard) = mpsc::channel();
        (Self(bell), Heard(heard))
    }

    /// The window shows its page.
    pub(crate) fn window_is_up(&self) {
        self.ring(Word::WindowUp);
    }

    /// The timer or the panel's theme is different now.
    pub(crate) fn changed(&self) {
        self.ring(Word::Changed);
    }

    fn ring(&self, word: Word) {
        if self.0.send(word).is_err() {
            tracing::debug!(?word, "the tray is gone");
        }
    }
}

/// Where a [`TrayBell`] is heard.
pub(crate) struct Heard(Receiver<Word>);

/// Starts the tray's thread.
///
/// # Errors
/// Where the system gives no thread.
pub(crate) fn start(app: AppHandle, clock: Arc<dyn Clock>, heard: Heard) -> std::io::Result<()> {
    let Heard(words) = heard;
    let run = move || {
        let mut kept = Vec::new();
        while let Ok(word) = words.recv_timeout(FOR_THE_WINDOW) {
            if word == Word::WindowUp {
                break;
            }
            kept.push(word);
        }
        if let Err(missing) = host::can_make_icons() {
            return do_without(&app, missing);
        }
        let bell = app.state::<Desk>().tray.clone();
        let watching = host::watch(move |there| bell.ring(Word::Host(there)));
        if let Err(error) = watching {
            tracing::error!(%error, "nobody looks for a tray host");
        }
        let mut tray = Tray { app, clock, icon: None };
        let mut lasts = kept.into_iter().fold(None, |lasts, word| tray.hear(Some(word)).or(lasts));
        loop {
            let word = match lasts {
                Some(lasts) => words.recv_timeout(lasts),
                None => words.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            lasts = match word {
                Ok(word) => tray.hear(Some(word)),
                Err(RecvTimeoutError::Timeout) => tray.hear(None),
                Err(RecvTimeoutError::Disconnected) => return,
            };
        }
    };
    thread::Builder::new().name("tray".into()).spawn(run)?;
    Ok(())
}

/// Says what closing the window does now. An app that was to start in the tray shows its window instead.
fn do_without(app: &AppHandle, missing: &str) {
    let desk = app.state::<Desk>();
    let worked = desk.set_tray_works(false);
    // Nothing to see to: a trouble is only noted.
    let _ = desk.waymark.run(|app| {
        app.note_trouble(TroubleAbout::Tray, missing);
        Ok(())
    });
    if desk.starts_hidden() && !worked && !desk.is_shown() {
        window::show(app);
    }
}

struct Tray {
    app: AppHandle,
    clock: Arc<dyn Clock>,
    icon: Option<Icon>,
}

impl Tray {
    /// Does what a word asks for and shows the timer as it is then; answers how long that stays true.
    fn hear(&mut self, word: Option<Word>) -> Option<Duration> {
        match word {
            Some(Word::Host(there)) => self.host(there),
            Some(Word::Clicked(item)) => self.click(item),
            Some(Word::WindowUp | Word::Changed) | None => {}
        }
        let look = self.look()?;
        if let Some(icon) = &mut self.icon
            && let Err(error) = icon.show(&look, ink(&self.app))
        {
            tracing::warn!(%error, "the tray is not up to date");
        }
        self.icon.as_ref().and(look.lasts)
    }

    fn look(&self) -> Option<Look> {
        let timer = self.app.state::<Desk>().waymark.run(|app| app.timer_view()).ok()?;
        Some(Look::of(&timer, self.clock.now()))
    }

    fn host(&mut self, there: bool) {
        if !there {
            return do_without(&self.app, host::NO_HOST);
        }
        if self.icon.is_none() {
            match Icon::make(&self.app) {
                Ok(icon) => self.icon = Some(icon),
                Err(error) => {
                    let missing =
                        format!("The tray icon could not be made ({error}), so closing the window quits.");
                    return do_without(&self.app, &missing);
                }
            }
        }
        let desk = self.app.state::<Desk>();
        desk.set_tray_works(true);
        // Nothing to see to: a trouble is only taken back.
        let _ = desk.waymark.run(|app| {
            app.settle_trouble(TroubleAbout::Tray);
            Ok(())
        });
    }

    fn click(&self, item: Item) {
        let waymark = &self.app.state::<Desk>().waymark;
        let outcome = match item {
            Item::Open => return window::show(&self.app),
            Item::Quit => return self.app.exit(0),
            Item::Skip => waymark.run(|app| app.skip_interval()),
            Item::Stop => waymark.run(|app| app.stop_timer(None)),
            Item::GoOn => match self.look().and_then(|look| look.go_on) {
                Some(GoOn::Start) => waymark.run(|app| app.start_timer(None, None)),
                Some(GoOn::Pause) => waymark.run(|app| app.pause_timer()),
                Some(GoOn::Resume) => waymark.run(|app| app.resume_timer()),
                Some(GoOn::StartBreak) => waymark.run(|app| app.start_break()),
                None => Ok(()),
            },
        };
        if let Err(problem) = outcome {
            tracing::warn!(problem.message, ?item, "the tray's menu could not do it");
        }
    }
}

/// The colour for the panel, as far as the theme tells.
fn ink(app: &AppHandle) -> Ink {
    Ink::for_theme(app.state::<Desk>().theme())
}

/// The icon with its menu, and what it shows.
struct Icon {
    icon: TrayIcon,
    headline: MenuItem<tauri::Wry>,
    go_on: MenuItem<tauri::Wry>,
    skip: MenuItem<tauri::Wry>,
    stop: MenuItem<tauri::Wry>,
    size: u32,
    shown: Option<(Look, Ink)>,
}

impl Icon {
    /// Makes it. Panels want that on the main thread, which this waits for.
    fn make(app: &AppHandle) -> tauri::Result<Self> {
        let (done, made) = mpsc::channel();
        let handle = app.clone();
        app.run_on_main_thread(move || {
            // Whoever asked is waiting.
            let _ = done.send(Self::make_here(&handle));
        })?;
        made.recv().map_err(|_| tauri::Error::FailedToReceiveMessage)?
    }

    fn make_here(app: &AppHandle) -> tauri::Result<Self> {
        let bell = app.state::<Desk>().tray.clone();
        let scale = window::scale(app);
        let size = tray_icon::size_for(scale);
        let item = |id, label, enabled| MenuItem::with_id(app, id, label, enabled, None::<&str>);
        let headline = item("headline", "Nothing running", false)?;
        let go_on = item("go-on", GoOn::Start.label(), true)?;
        let skip = item("skip", "Skip", false)?;
        let stop = item("stop", "Stop", false)?;
        let open = item("open", "Open Waymark", true)?;
        let quit = item("quit", "Quit", true)?;
        let above = PredefinedMenuItem::separator(app)?;
        let below = PredefinedMenuItem::separator(app)?;
        let menu = Menu::with_items(app, &[&headline, &above, &go_on, &skip, &stop, &below, &open, &quit])?;
        let picture = tray_icon::draw(TrayFace::Idle, size, ink(app));
        let click = bell.clone();
        let icon = TrayIconBuilder::with_id("waymark")
            .icon(Image::new_owned(picture, size, size))
            .icon_as_template(true)
            .tooltip("Waymark")
            .menu(&menu)
            .show_menu_on_left_click(!cfg!(windows))
            .on_tray_icon_event(move |_, event| {
                if cfg!(windows) && is_left_click(&event) {
                    click.ring(Word::Clicked(Item::Open));
                }
            })
            .on_menu_event(move |_, event| {
                let item = match event.id().as_ref() {
                    "go-on" => Item::GoOn,
                    "skip" => Item::Skip,
                    "stop" => Item::Stop,
                    "open" => Item::Open,
                    "quit" => Item::Quit,
                    _ => return,
                };
                bell.ring(Word::Clicked(item));
            })
            .build(app)?;
        Ok(Self { icon, headline, go_on, skip, stop, size, shown: None })
    }

    /// Brings what differs up to date.
    fn show(&mut self, look: &Look, ink: Ink) -> tauri::Result<()> {
        let before = self.shown.as_ref();
        let differs = |part: fn(&Look) -> &str| before.is_none_or(|(old, _)| part(old) != part(look));
        if before.is_none_or(|(old, old_ink)| old.face != look.face || *old_ink != ink) {
            let picture = tray_icon::draw(look.face, self.size, ink);
            self.icon
                .set_icon_with_as_template(Some(Image::new_owned(picture, self.size, self.size)), true)?;
        }
        if differs(|look| &look.headline) {
            self.headline.set_text(plain(&look.headline))?;
            self.icon.set_tooltip(Some(&look.headline))?;
        }
        if before.is_none_or(|(old, _)| old.title != look.title) {
            self.icon.set_title(look.title.as_deref())?;
        }
        if before.is_none_or(|(old, _)| old.go_on != look.go_on) {
            self.go_on.set_text(look.go_on.unwrap_or(GoOn::Start).label())?;
            self.go_on.set_enabled(look.go_on.is_some())?;
        }
        if before.is_none_or(|(old, _)| old.skip != look.skip) {
            self.skip.set_enabled(look.skip)?;
        }
        if before.is_none_or(|(old, _)| old.stop != look.stop) {
            self.stop.set_enabled(look.stop)?;
        }
        self.shown = Some((look.clone(), ink));
        Ok(())
    }
}

fn is_left_click(event: &tauri::tray::TrayIconEvent) -> bool {
    use tauri::tray::{MouseButton, MouseButtonState, TrayIconEvent};
    matches!(
        event,
        TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. }
    )
}

/// Text as it stands: in a menu, `&` marks the letter that chooses an item.
fn plain(text: &str) -> String {
    text.replace('&', "&&")
}
