//! The tray: an icon with a menu, where there is one. It is a projection of the timer and of what is at hand, brought up
//! to date when they change and once a minute.
//!
//! One thread of its own does all of it, so that neither the main thread nor a use case waits for the panel.

mod host;
mod icon;
mod look;
mod rows;

use crate::app::AtHand;
use crate::desktop::tray_icon::Ink;
use crate::desktop::{Desk, events, mini, window};
use crate::ports::Clock;
use crate::view::{Problem, TroubleAbout};
use chrono::{DateTime, Utc};
use icon::Icon;
use look::Look;
use rows::{Deed, Row, Shown, Slot, rows};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How long the first page may keep the tray waiting: making an icon can hang on some desktops, so the
/// window comes first.
const FOR_THE_WINDOW: Duration = Duration::from_secs(3);

/// How long what is shown may stay without another look: a machine's own sleep does not count on some systems, and
/// another block may have begun.
const LONGEST: Duration = Duration::from_secs(60);

/// How long nobody looks where nothing shows the icon.
const UNSEEN: Duration = Duration::from_secs(24 * 3600);

/// Tells the tray what happened.
#[derive(Debug, Clone)]
pub(crate) struct TrayBell(Sender<Word>);

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// The window shows its page.
    WindowUp,
    /// What the tray shows may be different now.
    Changed,
    /// The panel's theme, or whether the window is shown, is different now; the app's own state is not.
    Surroundings,
    /// Something shows icons now, or nothing does any more.
    Host(bool),
    /// A row of the menu was clicked.
    Clicked(Slot),
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

    /// The timer, or what else the tray shows of the app, is different now.
    pub(crate) fn changed(&self) {
        self.ring(Word::Changed);
    }

    /// The panel's theme, or whether the window is shown, is different now.
    pub(crate) fn surroundings_changed(&self) {
        self.ring(Word::Surroundings);
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
        let mut tray = Tray { app, clock, icon: None, at_hand: None };
        kept.into_iter().for_each(|word| tray.hear(word));
        loop {
            let lasts = tray.show();
            match words.recv_timeout(lasts) {
                Ok(word) => tray.hear(word),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            // What came meanwhile is shown together.
            words.try_iter().for_each(|word| tray.hear(word));
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
    /// When it was read, and what is at hand; none where it is to be read again.
    at_hand: Option<(DateTime<Utc>, AtHand)>,
}

impl Tray {
    /// Does what a word asks for.
    fn hear(&mut self, word: Word) {
        match word {
            Word::Host(there) => self.host(there),
            Word::Clicked(slot) => self.click(slot),
            Word::Changed => self.at_hand = None,
            Word::WindowUp | Word::Surroundings => {}
        }
    }

    /// Shows how things stand, where there is an icon; answers how long that is to stay.
    fn show(&mut self) -> Duration {
        if self.icon.is_none() {
            return UNSEEN;
        }
        let Ok((look, rows)) = self.look() else { return LONGEST };
        let lasts = look.lasts.unwrap_or(LONGEST).min(LONGEST);
        if let Some(icon) = &mut self.icon
            && let Err(error) = icon.show(look, ink(&self.app), &rows)
        {
            tracing::warn!(%error, "the tray is not up to date");
        }
        lasts
    }

    /// What is to be shown now.
    fn look(&mut self) -> Result<(Look, Vec<Row>), Problem> {
        let desk = self.app.state::<Desk>();
        let now = self.clock.now();
        let timer = desk.waymark.run(|app| app.timer_view())?;
        let at_hand = match self.at_hand.take() {
            // A clock that was set back makes it old as well.
            Some((read, at_hand)) if (read..at_hand.until).contains(&now) => (read, at_hand),
            _ => (now, desk.waymark.run(|app| app.at_hand())?),
        };
        let look = Look::of(&timer, now);
        let shown = Shown { window: desk.is_shown(), mini: mini::is_there(&self.app).is_some() };
        let rows = rows(&look.headline, &timer, &at_hand.1, shown);
        self.at_hand = Some(at_hand);
        Ok((look, rows))
    }

    fn host(&mut self, there: bool) {
        if !there {
            return do_without(&self.app, host::NO_HOST);
        }
        if self.icon.is_none() {
            let made = self.look().map_err(|problem| problem.message);
            let made = made.and_then(|(look, rows)| {
                Icon::make(&self.app, look, rows).map_err(|error| error.to_string())
            });
            match made {
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

    /// Does what the row said when it was clicked, whatever has happened since.
    fn click(&self, slot: Slot) {
        let Some(deed) = self.icon.as_ref().and_then(|icon| icon.row(slot)?.deed.clone()) else { return };
        let waymark = &self.app.state::<Desk>().waymark;
        let outcome = match deed.clone() {
            Deed::Window => return window::toggle(&self.app),
            Deed::Mini(shown) => waymark.run(|app| app.show_mini(shown)),
            Deed::Settings => {
                window::show(&self.app);
                return events::open_settings(&self.app);
            }
            Deed::Quit => return self.app.exit(0),
            Deed::Start(work) => waymark.run(|app| app.start_timer(work, None)),
            Deed::Switch(work) => waymark.run(|app| app.change_work(work)),
            Deed::Pause => waymark.run(|app| app.pause_timer()),
            Deed::Resume => waymark.run(|app| app.resume_timer()),
            Deed::StartBreak => waymark.run(|app| app.start_break()),
            Deed::Finish => waymark.run(|app| app.finish_interval()),
            Deed::Extend(minutes) => waymark.run(|app| app.extend_interval(minutes)),
            Deed::Skip => waymark.run(|app| app.skip_interval()),
            Deed::Stop => waymark.run(|app| app.stop_timer(None)),
            Deed::Hold(hold) => waymark.run(|app| app.hold_reminders_for(hold)),
            Deed::Release => waymark.run(|app| app.hold_reminders(None)),
        };
        if let Err(problem) = outcome {
            tracing::warn!(problem.message, ?deed, "the tray's menu could not do it");
        }
    }
}

/// The colour for the panel, as far as the theme tells.
fn ink(app: &AppHandle) -> Ink {
    Ink::for_theme(app.state::<Desk>().theme())
}
