//! Calendars in the store: the person's own, what was read of them, and what a roadmap is known by in others.
#![allow(clippy::unwrap_used, reason = "a test")]

use chrono::{DateTime, Utc};
use roadmap_store::table::roadmap::Origin;
use roadmap_store::table::{calendar, calendar_reading};
use roadmap_store::{Label, Store, StoreError, Table, table};
use std::path::Path;
use tempfile::TempDir;

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn open(folder: &Path) -> Store {
    Store::open(folder, "2026-11-23".parse().unwrap()).unwrap().store
}

fn add(store: &mut Store, path: &str) -> calendar::CalendarId {
    store.transact(&Label::change("add"), now(), |to| calendar::add(to, path, false)).unwrap().value
}

fn paths(store: &Store) -> Vec<String> {
    calendar::all(store.read()).unwrap().into_iter().map(|row| row.path).collect()
}

fn readings(store: &Store) -> Vec<(String, Vec<u8>)> {
    calendar_reading::all(store.read()).unwrap()
}

#[test]
fn a_calendar_that_was_removed_comes_back_with_undo_and_has_its_reading() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let id = add(&mut store, "choir.ics");
    let kept =
        store.transact(&Label::Own, now(), |to| calendar_reading::set(to, "choir.ics", &vec![1_u8, 2]));
    assert!(kept.unwrap().changes.contains(&Table::CalendarReading));
    store.transact(&Label::change("remove"), now(), |to| calendar::remove(to, id)).unwrap();
    assert!(paths(&store).is_empty());
    assert_eq!(store.undo().unwrap().value.as_deref(), Some("remove"));
    assert_eq!(paths(&store), ["choir.ics"]);
    assert_eq!(readings(&store), [("choir.ics".to_owned(), vec![1, 2])]);
}

#[test]
fn a_reading_takes_the_place_of_the_one_before_and_is_forgotten_with_its_calendar() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    add(&mut store, "choir.ics");
    for (path, reading) in [("choir.ics", 1_u8), ("choir.ics", 2), ("gone.ics", 3)] {
        store.transact(&Label::Own, now(), |to| calendar_reading::set(to, path, &vec![reading])).unwrap();
    }
    store.transact(&Label::Own, now(), calendar_reading::tidy).unwrap();
    assert_eq!(readings(&store), [("choir.ics".to_owned(), vec![2])]);
}

#[test]
fn a_reading_that_makes_no_sense_is_as_none_and_another_takes_its_place() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    add(&mut store, "choir.ics");
    let keep = |store: &mut Store, path: &str, reading: serde_json::Value| {
        store.transact(&Label::Own, now(), |to| calendar_reading::set(to, path, &reading)).unwrap();
    };
    keep(&mut store, "choir.ics", "of an older kind".into());
    keep(&mut store, "dentist.ics", vec![7].into());
    assert_eq!(readings(&store), [("dentist.ics".to_owned(), vec![7])]);
    keep(&mut store, "choir.ics", vec![8].into());
    assert_eq!(readings(&store).len(), 2);
}

#[test]
fn a_calendar_that_is_gone_is_not_removed_twice() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let id = add(&mut store, "choir.ics");
    let mut remove =
        || store.transact(&Label::change("remove"), now(), |to| calendar::remove(to, id)).map(|_| ());
    remove().unwrap();
    assert!(matches!(remove(), Err(StoreError::Gone { what: "calendar", .. })));
}

#[test]
fn each_roadmap_has_a_name_for_calendars_that_no_other_has_and_that_stays() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    for _ in 0..2 {
        let origin = Origin::Own("Plan".into());
        store
            .transact(&Label::change("start"), now(), |to| {
                table::roadmap::add(to, "Plan", &origin, false, now())
            })
            .unwrap();
    }
    let uids = |store: &Store| {
        let rows = table::roadmap::all(store.read()).unwrap();
        rows.into_iter().map(|row| row.uid).collect::<Vec<_>>()
    };
    let before = uids(&store);
    assert!(before[0] != before[1] && before.iter().all(|uid| uid.len() == 32), "{before:?}");
    drop(store);
    assert_eq!(uids(&open(folder.path())), before);
}
