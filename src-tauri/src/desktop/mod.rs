//! The native edge: command line to event loop, window, tray, notifications, clock. Everything here is a
//! projection of the one [`Waymark`] or hands over to it; no rule about plans or timers belongs here.

pub(crate) mod autostart;
mod clock;
mod events;
mod first_instance;
pub(crate) mod idle;
mod locale;
mod mini;
mod notifier;
mod refusal;
mod shell;
mod shortcuts;
mod speaker;
mod tray;
mod tray_icon;
mod window;

use crate::app::App;
use crate::arguments::{Arguments, Print, USAGE, Wish};
use crate::ports::{Clock, Ports};
use crate::view::{InboxAction, Theme, TroubleAbout};
use crate::{Waymark, calendars, heartbeat, with_commands};
use autostart::Autostart;
use clock::SystemClock;
use first_instance::Waiting;
use notifier::{DesktopNotifier, Ear, Heard};
use roadmap::schedule::DayBoundary;
use roadmap_store::Store;
use shell::SystemShell;
use shortcuts::Shortcuts;
use speaker::DesktopSpeaker;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;
use std::{env, thread};
use tauri::{AppHandle, Manager, RunEvent, WindowEvent};
use tauri_plugin_window_state::StateFlags;
use tray::TrayBell;

/// Brings the main window to the front, where the app has one.
pub(crate) fn show_window<R: tauri::Runtime>(app: &AppHandle<R>) {
    if app.try_state::<Desk>().is_some() {
        window::show(app);
    }
}

/// The main window's name.
const MAIN: &str = "main";

/// What is remembered of where windows are: whether one is shown is the app's to say.
const PLACE: StateFlags = StateFlags::all().difference(StateFlags::VISIBLE);

/// The environment variable that says how much is written to stderr, as tracing-subscriber's filters have it.
const LOG: &str = "WAYMARK_LOG";

/// How long leaving may wait for a use case that is under way.
const FAREWELL: Duration = Duration::from_secs(2);

/// What the desktop's parts share.
struct Desk {
    waymark: Arc<Waymark>,
    tray: TrayBell,
    /// Where the web views keep their own files, if not in the usual place.
    web_data: Option<PathBuf>,
    hidden_at_start: bool,
    tray_works: AtomicBool,
    shown: AtomicBool,
    theme: Mutex<Option<tauri::Theme>>,
    shortcuts: Shortcuts,
}

impl Desk {
    fn tray_works(&self) -> bool {
        self.tray_works.load(Ordering::Acquire)
    }

    /// Notes whether there is a tray to go on in, and answers whether there was.
    fn set_tray_works(&self, works: bool) -> bool {
        self.tray_works.swap(works, Ordering::AcqRel)
    }

    fn is_shown(&self) -> bool {
        self.shown.load(Ordering::Acquire)
    }

    /// Notes whether the window is shown, and answers whether it was.
    fn set_shown(&self, shown: bool) -> bool {
        let before = self.shown.swap(shown, Ordering::AcqRel);
        if before != shown {
            self.tray.surroundings_changed();
        }
        before
    }

    fn starts_hidden(&self) -> bool {
        self.hidden_at_start
    }

    /// The system's theme, as far as it tells.
    fn theme(&self) -> Option<tauri::Theme> {
        *self.theme.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_theme(&self, theme: Option<tauri::Theme>) {
        *self.theme.lock().unwrap_or_else(PoisonError::into_inner) = theme;
    }
}

/// Runs Waymark until it is left: 0 then, 1 where it could not start, 2 for a command line that it does not
/// understand.
pub fn run(context: tauri::Context) -> ExitCode {
    let arguments = match Arguments::parse(env::args_os().skip(1)) {
        Ok(arguments) => arguments.seen_from(&env::current_dir().unwrap_or_default()),
        Err(wrong) => {
            eprintln!("waymark: {wrong}");
            return ExitCode::from(2);
        }
    };
    if let Some(print) = arguments.print {
        return answer(print, &context);
    }
    let filter = tracing_subscriber::EnvFilter::try_from_env(LOG).unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    start(&arguments, context).unwrap_or_else(|error| {
        eprintln!("waymark: {error}");
        ExitCode::FAILURE
    })
}

fn answer(print: Print, context: &tauri::Context) -> ExitCode {
    use std::io::Write;
    let text = match print {
        Print::Help => USAGE.to_owned(),
        Print::Version => format!("Waymark {}\n", context.package_info().version),
    };
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Why it could not start.
type Refused = Box<dyn std::error::Error>;

fn start(arguments: &Arguments, context: tauri::Context) -> Result<ExitCode, Refused> {
    if cfg!(target_os = "linux")
        && ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|name| env::var_os(name).is_none())
    {
        return Err("there is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set".into());
    }
    // First of all: a second start ends here.
    let mut builder = tauri::Builder::default();
    let waiting = Arc::new(Waiting::default());
    if let Some(plugin) = first_instance::plugin(arguments.data_dir.as_deref(), Arc::clone(&waiting)) {
        builder = builder.plugin(plugin);
    }
    let place = tauri_plugin_window_state::Builder::new().with_state_flags(PLACE);
    let builder = builder.plugin(place.build()).plugin(tauri_plugin_dialog::init());
    let app = with_commands(builder).build(context)?;
    // Another Waymark would have been handed the wish by now.
    if arguments.wish == Some(Wish::Skip) {
        return Err("no Waymark was found running, so there is nothing to skip".into());
    }

    let data_dir = match &arguments.data_dir {
        Some(data_dir) => data_dir.clone(),
        None => app.path().app_data_dir()?,
    };
    let waymark = match open(&app, &data_dir) {
        Ok(waymark) => waymark,
        Err(error) => return Ok(refusal::show(app, error.to_string())),
    };
    let theme = furnish(&app, waymark, arguments)?;
    match Autostart::of(app.handle(), arguments.data_dir.as_deref()) {
        Ok(autostart) => _ = app.manage(autostart),
        Err(reason) => tracing::warn!(reason, "Waymark cannot be started at login"),
    }
    window::open(&app, theme)?;
    let handle = app.handle().clone();
    run_aside("mini", move || mini::follow(&handle));
    let handle = app.handle().clone();
    run_aside("shortcuts", move || shortcuts::start(&handle));
    heartbeat::start(&app.state::<Desk>().waymark)?;
    calendars::start(&app.state::<Desk>().waymark)?;
    idle::start(&app.state::<Desk>().waymark)?;
    if let Some(wish) = arguments.wish {
        let handle = app.handle().clone();
        run_aside("wish", move || first_instance::grant(&handle, wish));
    }
    waiting.is_over(app.handle());
    let code = app.run_return(on_event);
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

/// Opens the data folder and starts the app on it.
fn open(app: &tauri::App, data_dir: &Path) -> Result<Arc<Waymark>, Refused> {
    let clock = Arc::new(SystemClock);
    // When the person's days end is in the store: the first beat sees to it where that is another day.
    let opened = Store::open(data_dir, clock.local_day(clock.now(), DayBoundary::default()))?;
    let ports = Ports {
        clock,
        notifier: Arc::new(DesktopNotifier::start(ear(app.handle().clone()))?),
        speaker: Arc::new(DesktopSpeaker::start(hearing(app.handle().clone()))?),
        shell: Arc::new(SystemShell),
        locale: locale::habits(),
    };
    Ok(Waymark::new(App::new(opened, ports)?))
}

/// Puts everything in its place that the window and its commands need, and answers the theme to start in.
fn furnish(app: &tauri::App, waymark: Arc<Waymark>, arguments: &Arguments) -> Result<Theme, Refused> {
    let (bell, heard) = TrayBell::new();
    let offered = arguments.file.as_ref().map(|file| file.to_string_lossy().into_owned());
    let frame = waymark.run(|app| {
        if let Some(file) = offered {
            app.offer_file(file);
        }
        app.frame()
    });
    let theme = frame.map_or(Theme::System, |frame| frame.settings.theme);
    app.manage(waymark.clone());
    app.manage(Desk {
        waymark,
        tray: bell,
        web_data: arguments.data_dir.as_ref().map(|data_dir| data_dir.join("webview")),
        hidden_at_start: arguments.stays_hidden(),
        tray_works: AtomicBool::new(false),
        shown: AtomicBool::new(false),
        theme: Mutex::new(None),
        shortcuts: Shortcuts::default(),
    });
    events::pass_on(app.handle());
    tray::start(app.handle().clone(), Arc::new(SystemClock), heard)?;
    Ok(theme)
}

/// What is done with what the notifications say.
fn ear(app: AppHandle) -> Ear {
    Arc::new(move |heard| {
        let Some(desk) = app.try_state::<Desk>() else { return };
        let outcome = match heard {
            Heard::Pressed { entry, action } => {
                if action == InboxAction::SeeWays {
                    window::show(&app);
                    events::open_ways_out(&app);
                }
                desk.waymark.run(|app| app.answer_inbox(entry, action))
            }
            Heard::Opened => {
                window::show(&app);
                events::open_inbox(&app);
                Ok(())
            }
            Heard::Failing(reason) => desk.waymark.run(|app| {
                let message = format!("Notifications are not shown: {reason}. Everything is in the inbox.");
                app.note_trouble(TroubleAbout::Notifications, message);
                Ok(())
            }),
            Heard::Silence => desk.waymark.run(|app| {
                app.note_silence();
                Ok(())
            }),
            Heard::Working => desk.waymark.run(|app| {
                app.settle_trouble(TroubleAbout::Notifications);
                Ok(())
            }),
        };
        if let Err(problem) = outcome {
            tracing::warn!(problem.message, "a notification's button could not do it");
            // The person pressed something: what can be done instead is in the inbox.
            window::show(&app);
            events::open_inbox(&app);
        }
    })
}

/// What is done with what the sounds say.
fn hearing(app: AppHandle) -> speaker::Ear {
    Arc::new(move |outcome| {
        let Some(desk) = app.try_state::<Desk>() else { return };
        let noted = desk.waymark.run(|app| {
            match outcome {
                Ok(()) => app.settle_trouble(TroubleAbout::Sound),
                Err(why) => app.note_trouble(TroubleAbout::Sound, why),
            }
            Ok(())
        });
        // Neither of them fails.
        debug_assert!(noted.is_ok());
    })
}

fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        RunEvent::Exit => farewell(app),
        RunEvent::WindowEvent { label, event: WindowEvent::Destroyed, .. } if label == mini::MINI => {
            mini::is_gone(app);
        }
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => window::show(app),
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            if let Some(file) = urls.iter().find_map(|url| url.to_file_path().ok()) {
                events::offer_file(app, file);
            }
        }
        _ => {}
    }
}

/// Keeps the last state. A use case that hangs is not waited for.
fn farewell(app: &AppHandle) {
    let Some(desk) = app.try_state::<Desk>() else { return };
    shortcuts::let_go(&desk);
    let waymark = desk.waymark.clone();
    let (done, rested) = mpsc::channel();
    run_aside("farewell", move || {
        if let Err(problem) = waymark.run(|app| app.rest()) {
            tracing::error!(problem.message, "the last state was not kept");
        }
        // Nobody waits any more if it took long.
        let _ = done.send(());
    });
    if rested.recv_timeout(FAREWELL).is_err() {
        tracing::error!("the last state was not kept in time");
    }
}

/// Whether this is a Wayland session: what is shown through X there hears and knows of its own windows alone.
fn is_wayland() -> bool {
    cfg!(target_os = "linux") && env::var_os("WAYLAND_DISPLAY").is_some_and(|display| !display.is_empty())
}

/// Does something on a thread of its own, as the main thread waits for nothing.
fn run_aside(name: &str, work: impl FnOnce() + Send + 'static) {
    if let Err(error) = thread::Builder::new().name(name.into()).spawn(work) {
        tracing::error!(%error, name, "there is no thread for it");
    }
}
