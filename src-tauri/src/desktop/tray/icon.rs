//! The icon with its menu on the screen. What differs from before is brought up to date, and nothing else is touched: a
//! menu that is open stays as it is while a minute passes.

use super::look::Look;
use super::rows::{HOLD, Row, Slot};
use super::{Word, ink};
use crate::desktop::tray_icon::{self, Ink, Paint};
use crate::desktop::{Desk, window};
use std::collections::HashMap;
use std::sync::mpsc;
use tauri::image::Image;
use tauri::menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager, Wry};

/// A row of the menu, as the platform has it.
enum Native {
    Line(PredefinedMenuItem<Wry>),
    Item(MenuItem<Wry>),
    Menu(Submenu<Wry>),
}

impl Native {
    fn new(app: &AppHandle, slot: Slot) -> tauri::Result<Self> {
        Ok(if slot.is_line() {
            Self::Line(PredefinedMenuItem::separator(app)?)
        } else if slot == Slot::Holds {
            Self::Menu(Submenu::with_id(app, name(slot), HOLD, true)?)
        } else {
            Self::Item(MenuItem::with_id(app, name(slot), "", false, None::<&str>)?)
        })
    }

    fn as_item(&self) -> &dyn IsMenuItem<Wry> {
        match self {
            Self::Line(line) => line,
            Self::Item(item) => item,
            Self::Menu(menu) => menu,
        }
    }

    /// Says what the row says, where that is something else than before.
    fn say(&self, row: &Row, before: Option<&Row>) -> tauri::Result<()> {
        let Self::Item(item) = self else { return Ok(()) };
        if before.is_none_or(|before| before.text != row.text) {
            item.set_text(plain(&row.text))?;
        }
        if before.is_none_or(|before| before.deed.is_some() != row.deed.is_some()) {
            item.set_enabled(row.deed.is_some())?;
        }
        Ok(())
    }
}

/// What holds rows: the menu, or the one inside it.
trait Holder {
    fn put(&self, item: &dyn IsMenuItem<Wry>, at: usize) -> tauri::Result<()>;
    fn take(&self, item: &dyn IsMenuItem<Wry>) -> tauri::Result<()>;
}

impl Holder for Menu<Wry> {
    fn put(&self, item: &dyn IsMenuItem<Wry>, at: usize) -> tauri::Result<()> {
        self.insert(item, at)
    }

    fn take(&self, item: &dyn IsMenuItem<Wry>) -> tauri::Result<()> {
        self.remove(item)
    }
}

impl Holder for Submenu<Wry> {
    fn put(&self, item: &dyn IsMenuItem<Wry>, at: usize) -> tauri::Result<()> {
        self.insert(item, at)
    }

    fn take(&self, item: &dyn IsMenuItem<Wry>) -> tauri::Result<()> {
        self.remove(item)
    }
}

/// Every row there can be, and what holds them.
struct Rows {
    menu: Menu<Wry>,
    holds: Submenu<Wry>,
    natives: HashMap<Slot, Native>,
    /// Those in the menu now, and those in the one inside it.
    shown: Vec<Row>,
    shown_inside: Vec<Row>,
}

impl Rows {
    fn new(app: &AppHandle) -> tauri::Result<Self> {
        let mut natives = HashMap::new();
        for slot in Slot::all() {
            natives.insert(slot, Native::new(app, slot)?);
        }
        let Some(Native::Menu(holds)) = natives.get(&Slot::Holds) else {
            return Err(tauri::Error::FailedToReceiveMessage);
        };
        let (menu, holds) = (Menu::new(app)?, holds.clone());
        Ok(Self { menu, holds, natives, shown: Vec::new(), shown_inside: Vec::new() })
    }

    fn show(&mut self, rows: &[Row]) -> tauri::Result<()> {
        let (inside, outside): (Vec<Row>, Vec<Row>) =
            rows.iter().cloned().partition(|row| row.slot.is_in_holds());
        change(&self.holds, &self.natives, &mut self.shown_inside, inside)?;
        change(&self.menu, &self.natives, &mut self.shown, outside)
    }

    fn row(&self, slot: Slot) -> Option<&Row> {
        self.shown.iter().chain(&self.shown_inside).find(|row| row.slot == slot)
    }
}

/// Takes out the rows that are not wanted any more, puts in those that are missing, and changes what others say.
fn change(
    holder: &impl Holder,
    natives: &HashMap<Slot, Native>,
    shown: &mut Vec<Row>,
    wanted: Vec<Row>,
) -> tauri::Result<()> {
    let is_wanted = |row: &Row| wanted.iter().any(|wanted| wanted.slot == row.slot);
    while let Some(at) = shown.iter().position(|row| !is_wanted(row)) {
        let gone = shown.remove(at);
        if let Some(native) = natives.get(&gone.slot) {
            holder.take(native.as_item())?;
        }
    }
    // What is left stands in the order of the places, as what is wanted does.
    for (at, row) in wanted.into_iter().enumerate() {
        let Some(native) = natives.get(&row.slot) else { continue };
        match shown.get_mut(at).filter(|before| before.slot == row.slot) {
            Some(before) => {
                native.say(&row, Some(before))?;
                *before = row;
            }
            None => {
                native.say(&row, None)?;
                holder.put(native.as_item(), at)?;
                shown.insert(at, row);
            }
        }
    }
    Ok(())
}

/// The icon, and what it shows.
pub(super) struct Icon {
    icon: TrayIcon,
    rows: Rows,
    size: u32,
    shown: (Look, Ink),
}

impl Icon {
    /// Makes it. Panels want that on the main thread, which this waits for.
    pub(super) fn make(app: &AppHandle, look: Look, rows: Vec<Row>) -> tauri::Result<Self> {
        let (done, made) = mpsc::channel();
        let handle = app.clone();
        app.run_on_main_thread(move || {
            // Whoever asked is waiting.
            let _ = done.send(Self::make_here(&handle, look, &rows));
        })?;
        made.recv().map_err(|_| tauri::Error::FailedToReceiveMessage)?
    }

    fn make_here(app: &AppHandle, look: Look, rows: &[Row]) -> tauri::Result<Self> {
        let bell = app.state::<Desk>().tray.clone();
        let size = tray_icon::size_for(window::scale(app));
        let ink = ink(app);
        let mut all = Rows::new(app)?;
        all.show(rows)?;
        let click = bell.clone();
        let mut builder = TrayIconBuilder::with_id("waymark")
            .icon(picture(&look, size, ink))
            .icon_as_template(true)
            .tooltip(&look.headline)
            .menu(&all.menu)
            // Windows has the menu on the right button; elsewhere it is what a click opens.
            .show_menu_on_left_click(!cfg!(windows))
            .on_tray_icon_event(move |_, event| {
                if cfg!(windows) && is_left_click(&event) {
                    click.ring(Word::Clicked(Slot::Window));
                }
            })
            .on_menu_event(move |_, event| {
                if let Some(slot) = Slot::all().find(|slot| name(*slot) == event.id().as_ref()) {
                    bell.ring(Word::Clicked(slot));
                }
            });
        // Pictures pass through files there: those of a Waymark with another data folder have the same names.
        if let Ok(folder) = app.path().runtime_dir() {
            builder = builder.temp_dir_path(folder.join(format!("waymark-tray-{}", std::process::id())));
        }
        if let Some(title) = &look.title {
            builder = builder.title(title);
        }
        Ok(Self { icon: builder.build(app)?, rows: all, size, shown: (look, ink) })
    }

    /// Brings what differs up to date.
    pub(super) fn show(&mut self, look: Look, ink: Ink, rows: &[Row]) -> tauri::Result<()> {
        let (before, ink_before) = &self.shown;
        if before.face != look.face || *ink_before != ink {
            self.icon.set_icon_with_as_template(Some(picture(&look, self.size, ink)), true)?;
        }
        if before.headline != look.headline {
            self.icon.set_tooltip(Some(&look.headline))?;
        }
        if before.title != look.title {
            self.icon.set_title(look.title.as_deref())?;
        }
        self.shown = (look, ink);
        self.rows.show(rows)
    }

    /// A row as it is shown.
    pub(super) fn row(&self, slot: Slot) -> Option<&Row> {
        self.rows.row(slot)
    }
}

fn picture(look: &Look, size: u32, ink: Ink) -> Image<'static> {
    Image::new_owned(tray_icon::draw(look.face, size, Paint::of(look.face, ink)), size, size)
}

fn is_left_click(event: &TrayIconEvent) -> bool {
    matches!(
        event,
        TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. }
    )
}

/// What a place is called among the platform's items.
fn name(slot: Slot) -> String {
    format!("{slot:?}")
}

/// Text as it stands: in a menu, `&` marks the letter that chooses an item.
fn plain(text: &str) -> String {
    text.replace('&', "&&")
}
