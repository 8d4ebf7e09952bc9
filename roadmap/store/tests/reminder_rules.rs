//! The rules of reminders in the store: as usual until they are changed, and what was set before there were any.
#![allow(clippy::unwrap_used, reason = "a test")]

use chrono::{DateTime, Utc};
use roadmap::reminders::{OccurrenceKey, Quiet, QuietHours, Rule, RuleId, Timing};
use roadmap_store::table::occurrence::{self, NewEntry};
use roadmap_store::table::{reminder_rule, setting};
use roadmap_store::{Label, Store, StoreError};
use rusqlite::Connection;
use std::path::Path;
use tempfile::TempDir;

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn open(folder: &Path) -> Store {
    Store::open(folder, "2026-11-23".parse().unwrap()).unwrap().store
}

fn rules(store: &Store) -> Vec<Rule> {
    reminder_rule::all(store.read()).unwrap()
}

fn rule(store: &Store, name: &str) -> Option<Rule> {
    rules(store).into_iter().find(|rule| rule.id.0 == name)
}

fn set(store: &mut Store, rule: &Rule) {
    store.transact(&Label::change("set"), now(), |to| reminder_rule::set(to, rule)).unwrap();
}

#[test]
fn rules_are_as_usual_until_they_are_changed_and_again_when_that_is_taken_back() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let usual: Vec<Rule> = Rule::all_usual().collect();
    assert_eq!(rules(&store), usual);
    let hours = QuietHours { from: 1320, to: 420 };
    let early = Timing::Before { minutes: 15 };
    let changed =
        Rule { on: false, timing: early, quiet: Quiet::Own { hours }, since: now(), ..usual[0].clone() };
    set(&mut store, &changed);
    let again = Rule { on: true, ..changed.clone() };
    set(&mut store, &again);
    drop(store);
    let mut store = open(folder.path());
    assert_eq!(rule(&store, "block-start"), Some(again));
    assert_eq!(rules(&store).len(), usual.len(), "in the place of the usual one");
    store.undo().unwrap();
    assert_eq!(rule(&store, "block-start"), Some(changed));
    store.undo().unwrap();
    assert_eq!(rules(&store), usual);
}

#[test]
fn a_persons_own_rules_have_names_that_no_other_gets() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let own = Rule::own(0, Timing::Daily { minute: 540 }, "Call Ada", now());
    let add = |store: &mut Store| {
        store.transact(&Label::change("add"), now(), |to| reminder_rule::add(to, &own)).unwrap().value
    };
    let first = add(&mut store);
    let made = rule(&store, &first.0).unwrap();
    assert_eq!((made.text.as_str(), made.timing, made.since), ("Call Ada", own.timing, own.since));
    store.transact(&Label::change("remove"), now(), |to| reminder_rule::remove(to, &made)).unwrap();
    assert_ne!(add(&mut store), first);
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(rule(&store, &first.0), Some(made.clone()));
    let gone = Rule { id: RuleId("own-99".into()), ..made };
    let refused = store.transact(&Label::Own, now(), |to| reminder_rule::set(to, &gone));
    assert!(matches!(refused, Err(StoreError::Gone { id: 99, .. })));
}

#[test]
fn what_was_set_before_there_were_rules_is_theirs_now() {
    let settings = |json: &str| {
        let folder = TempDir::new().unwrap();
        let database = open(folder.path()).database();
        let before = Connection::open(&database).unwrap();
        before
            .execute_batch(
                "DROP TABLE reminder_rule; DROP INDEX occurrence_that_waits;
                 ALTER TABLE occurrence DROP COLUMN waits; DROP TABLE former_end;
                 ALTER TABLE moved_work DROP COLUMN late; PRAGMA user_version = 15;",
            )
            .unwrap();
        before.execute("INSERT INTO setting (name, value) VALUES ('settings', ?1)", [json]).unwrap();
        drop(before);
        let store = open(folder.path());
        let rule = rule(&store, "block-start").unwrap();
        let left: serde_json::Value = setting::get(store.read(), "settings").unwrap().unwrap();
        (rule.on, rule.timing, left.to_string())
    };
    let before = |minutes| Timing::Before { minutes };
    let kept = r#"{"theme":"dark"}"#.to_owned();
    let off = settings(r#"{"theme":"dark","remind_blocks":false,"lead_minutes":0}"#);
    assert_eq!(off, (false, before(0), kept.clone()));
    let early = settings(r#"{"theme":"dark","remind_blocks":true,"lead_minutes":15}"#);
    assert_eq!(early, (true, before(15), kept.clone()));
    let as_usual = settings(r#"{"theme":"dark","remind_blocks":true,"lead_minutes":0}"#);
    assert_eq!(as_usual, (true, before(0), kept.clone()));
    assert_eq!(settings(r#"{"theme":"dark"}"#), (true, before(0), kept));
}

#[test]
fn an_entry_waits_until_it_is_shown_answered_or_looked_at() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let entry = |subject: &str| NewEntry::<i64, i64> {
        key: OccurrenceKey {
            rule: RuleId("own-1".into()),
            subject: subject.to_owned(),
            at: now().naive_utc(),
            snooze: 0,
        },
        roadmap: None,
        due: now(),
        title: "Call Ada".into(),
        body: String::new(),
        category: None,
        about: 1,
        answer: None,
    };
    let added = store.transact(&Label::Own, now(), |to| -> Result<_, StoreError> {
        let mut ids = Vec::new();
        for subject in ["shown", "answered", "seen"] {
            let id = occurrence::add(to, &entry(subject))?.unwrap();
            occurrence::wait(to, id)?;
            ids.push(id);
        }
        assert_eq!(occurrence::add(to, &entry("shown"))?, None, "once");
        Ok(ids)
    });
    let ids = added.unwrap().value;
    let waiting = |store: &Store| occurrence::waiting::<i64, i64>(store.read()).unwrap().len();
    assert_eq!(waiting(&store), 3);
    store.transact(&Label::Own, now(), |to| occurrence::note_notified(to, ids[0], now())).unwrap();
    assert_eq!(waiting(&store), 2);
    store.transact(&Label::Own, now(), |to| occurrence::answer(to, ids[1], &1, now())).unwrap();
    assert_eq!(waiting(&store), 1);
    store.transact(&Label::Own, now(), occurrence::see_all).unwrap();
    assert_eq!(waiting(&store), 0);
    let keys = occurrence::keys_of(store.read(), &RuleId("own-1".into())).unwrap();
    assert_eq!((keys.len(), occurrence::keys_since(store.read(), now()).unwrap().len()), (3, 3));
}
