//! An icon in the tray and its menu, read and clicked as a tray host does (`com.canonical.dbusmenu`).

use crate::patiently;
use serde::Serialize;
use std::collections::HashMap;
use zbus::blocking::Connection;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Value};
use zbus::{Message, names::OwnedBusName};

const ITEM: &str = "org.kde.StatusNotifierItem";
const MENU: &str = "com.canonical.dbusmenu";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// A node of the menu: its number, its properties, what is below it.
type Node = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// An icon in the tray.
#[derive(Debug)]
pub struct Tray<'a> {
    connection: &'a Connection,
    name: OwnedBusName,
    path: String,
}

/// An entry of the icon's menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    id: i32,
    /// What is written on it, without the underline of its key; empty for a line between entries.
    pub label: String,
    /// Whether it can be clicked.
    pub enabled: bool,
}

impl<'a> Tray<'a> {
    pub(super) fn new(connection: &'a Connection, name: String, path: String) -> Self {
        Self { connection, name: OwnedBusName::try_from(name).unwrap(), path }
    }

    /// A property of the icon, as text; empty where it has none.
    pub fn text(&self, property: &str) -> String {
        self.property(property).and_then(|value| String::try_from(value).ok()).unwrap_or_default()
    }

    /// What the menu holds now, without the lines between entries; what a menu inside it holds follows its entry.
    pub fn menu(&self) -> Vec<Entry> {
        let layout = self.ask("GetLayout", &(0_i32, -1_i32, Vec::<String>::new()));
        let (_revision, (_, _, entries)): (u32, Node) = layout.body().deserialize().unwrap();
        entries.into_iter().flat_map(read).filter(|entry| !entry.label.is_empty()).collect()
    }

    /// How often entries have come or gone, or a menu has been laid out anew.
    pub fn revision(&self) -> u32 {
        let layout = self.ask("GetLayout", &(0_i32, 0_i32, Vec::<String>::new()));
        let (revision, _): (u32, Node) = layout.body().deserialize().unwrap();
        revision
    }

    /// What is written on the menu's entries now.
    pub fn labels(&self) -> Vec<String> {
        self.menu().into_iter().map(|entry| entry.label).collect()
    }

    /// Waits until the menu has an entry that can be clicked and begins with these words.
    #[track_caller]
    pub fn entry(&self, words: &str) -> Entry {
        patiently(&format!("the tray's entry {words:?} (there are {:?})", self.labels()), || {
            self.menu().into_iter().find(|entry| entry.enabled && entry.label.starts_with(words))
        })
    }

    /// Clicks the entry that begins with these words, once it is there.
    #[track_caller]
    pub fn click(&self, words: &str) {
        let entry = self.entry(words);
        self.ask("Event", &(entry.id, "clicked", Value::from(0_i32), 0_u32));
    }

    /// Waits until an entry begins with these words, whether or not it can be clicked.
    #[track_caller]
    pub fn tells(&self, words: &str) {
        patiently(&format!("the words {words:?} (there are {:?})", self.labels()), || {
            self.labels().iter().any(|label| label.starts_with(words)).then_some(())
        });
    }

    /// Waits until no entry begins with these words.
    #[track_caller]
    pub fn has_no(&self, words: &str) {
        patiently(&format!("no entry {words:?} (there are {:?})", self.labels()), || {
            (!self.labels().iter().any(|label| label.starts_with(words))).then_some(())
        });
    }

    /// Waits until the first entry holds these words.
    #[track_caller]
    pub fn says(&self, words: &str) {
        patiently(&format!("{words:?} in the first entry of {:?}", self.labels()), || {
            self.labels().first().is_some_and(|first| first.contains(words)).then_some(())
        });
    }

    fn property(&self, property: &str) -> Option<OwnedValue> {
        let name = Some(self.name.as_str());
        let answer =
            self.connection.call_method(name, self.path.as_str(), Some(PROPERTIES), "Get", &(ITEM, property));
        answer.ok()?.body().deserialize().ok()
    }

    fn ask<Body: Serialize + DynamicType>(&self, method: &str, body: &Body) -> Message {
        let menu = OwnedObjectPath::try_from(self.property("Menu").expect("an icon with a menu")).unwrap();
        self.connection
            .call_method(Some(self.name.as_str()), menu.as_str(), Some(MENU), method, body)
            .unwrap()
    }
}

fn read(node: OwnedValue) -> Vec<Entry> {
    let (id, properties, inside): Node = node.try_into().unwrap();
    let label = properties.get("label").and_then(|value| value.downcast_ref::<&str>().ok());
    let enabled = properties.get("enabled").and_then(|value| value.downcast_ref::<bool>().ok());
    let entry = Entry { id, label: written(label.unwrap_or_default()), enabled: enabled.unwrap_or(true) };
    std::iter::once(entry).chain(inside.into_iter().flat_map(read)).collect()
}

/// A label as it is seen: an underline marks the letter behind it, and two of them are one.
fn written(label: &str) -> String {
    label.split("__").map(|part| part.replace('_', "")).collect::<Vec<_>>().join("_")
}
