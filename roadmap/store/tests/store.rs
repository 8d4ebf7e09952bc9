//! The store as its users see it: what is written is there again, what is undone is gone, and a folder
//! that cannot be used is left as it was.
#![allow(clippy::unwrap_used, reason = "a test")]

use chrono::{DateTime, NaiveDate, Utc};
use roadmap::document::Reading;
use roadmap::item::{Item, Kind, Record, Span, TaskBox};
use roadmap::plan::{Pace, Plan};
use roadmap::pomodoro::{IntervalKind, Mode, Outcome, SessionKey, SessionRecord, Work};
use roadmap::schedule::Template;
use roadmap::{Category, ItemId};
use roadmap_store::table::roadmap::Origin;
use roadmap_store::table::session::Entry;
use roadmap_store::{Label, OpenError, RoadmapId, Store, StoreError, Table, table};
use rusqlite::Connection;
use std::path::Path;
use tempfile::TempDir;

fn day() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn open(folder: &Path) -> Store {
    Store::open(folder, day()).unwrap().store
}

fn item(id: i64, kind: Kind, children: Vec<Item>) -> Item {
    let task = matches!(kind, Kind::CheckpointItem).then_some(TaskBox { mark: 3, ticked: false });
    let span = Span { start: 10, end: 20, line: 2 };
    Item {
        id: ItemId(id),
        kind,
        text: format!("item {id}"),
        note: None,
        span,
        task,
        record: Record::default(),
        children,
    }
}

fn tree() -> Vec<Item> {
    let activity = Kind::Activity { category: Category::Study, budget: None };
    let step = Kind::Step { optional: false };
    vec![
        item(
            1,
            Kind::Phase { months: None, open_ended: false },
            vec![
                item(
                    2,
                    Kind::Stage { weeks: None, days: None },
                    vec![item(3, activity, vec![item(4, step.clone(), vec![])])],
                ),
                item(5, Kind::Checkpoint, vec![item(6, Kind::CheckpointItem, vec![])]),
            ],
        ),
        item(7, step, vec![]),
    ]
}

fn add(store: &mut Store) -> RoadmapId {
    let done = store.transact(&Label::change("start"), now(), |to| -> Result<_, StoreError> {
        let id = table::roadmap::add(to, "Plan", &Origin::File("a.md".into()), false, now())?;
        table::document::set(to, id, "# Plan", &Reading::default())?;
        table::item::add_all(to, id, &tree())?;
        let template =
            Template { name: "Full time".into(), tempo: None, stated_minutes: None, blocks: vec![] };
        let template = table::template::add_all(to, id, &[template])?[0];
        let plan = Plan::new(day(), Pace::AsWritten, chrono::Weekday::Mon);
        table::plan::set(to, id, &table::plan::Row { plan, role: None, template, paced_on: None })?;
        Ok(id)
    });
    done.unwrap().value
}

/// A focus interval, worked and kept while `active` is the active roadmap.
fn work(store: &mut Store, key: i64, activity: Option<ItemId>, active: Option<RoadmapId>) {
    let category = Category::Study;
    let session = SessionRecord {
        key: SessionKey(key),
        kind: IntervalKind::Focus,
        work: Work { activity, step: None, block: None, category, title: "Focus".into() },
        started_at: now(),
        ended_at: now(),
        planned_seconds: 1500,
        spent_seconds: 1500,
        paused_seconds: 0,
        away_seconds: 0,
        outcome: Outcome::Finished,
        mode: Mode::Pomodoro,
        note: None,
        interruptions: 0,
        reason: None,
    };
    let entry = Entry { session, day: day(), days: Vec::new(), outside: false };
    store.transact(&Label::Own, now(), |to| table::session::keep(to, active, &entry)).unwrap();
}

/// The keys of a roadmap's sessions.
fn worked(store: &Store, roadmap: RoadmapId) -> Vec<i64> {
    let sessions = table::session::all(store.read(), roadmap).unwrap();
    sessions.iter().map(|entry| entry.session.key.0).collect()
}

/// Everything a person changes, as text.
fn dump(database: &Path) -> Vec<String> {
    let connection = Connection::open(database).unwrap();
    let mut lines = Vec::new();
    for table in
        ["roadmap", "item", "template", "template_block", "plan", "accepted_finding", "session", "setting"]
    {
        let mut query = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1")).unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<_> = (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
            lines.push(format!("{table}: {}", values.join(", ")));
        }
    }
    lines
}

#[test]
fn a_tree_comes_back_as_it_was_written() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let id = add(&mut store);
    let shape = |items: &[Item]| {
        let walked: Vec<_> = items.iter().flat_map(Item::walk).collect();
        walked
            .iter()
            .map(|item| (item.text.clone(), item.kind.clone(), item.children.len()))
            .collect::<Vec<_>>()
    };
    assert_eq!(shape(&table::item::all(store.read(), id).unwrap()), shape(&tree()));
}

#[test]
fn a_tick_survives_closing_and_opening() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let id = add(&mut store);
    let ticked = table::item::all(store.read(), id).unwrap()[1].id;
    let done = store
        .transact(&Label::change("tick"), now(), |to| table::item::set_done(to, ticked, Some(now())))
        .unwrap();
    assert!(done.changes.contains(&Table::Item), "the screen hears of it");
    drop(store);
    let store = open(folder.path());
    assert_eq!(table::item::one(store.read(), ticked).unwrap().record.done_at, Some(now()));
}

#[test]
fn undo_gives_the_tables_back_as_they_were_and_redo_does_it_again() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let database = store.database();
    let empty = dump(&database);
    let id = add(&mut store);
    let added = dump(&database);
    let ticked = table::item::all(store.read(), id).unwrap()[1].id;
    store
        .transact(&Label::change("tick “item 7”"), now(), |to| {
            table::item::set_done(to, ticked, Some(now()))
        })
        .unwrap();
    let after = dump(&database);
    assert_eq!(store.undo_state().unwrap().undo.as_deref(), Some("tick “item 7”"));
    assert_eq!(store.undo().unwrap().value.as_deref(), Some("tick “item 7”"));
    assert_eq!(dump(&database), added);
    assert_eq!(store.undo().unwrap().value.as_deref(), Some("start"));
    assert_eq!(dump(&database), empty);
    assert_eq!(store.undo().unwrap().value, None);
    store.redo().unwrap();
    store.redo().unwrap();
    assert_eq!(dump(&database), after);
    assert_eq!(store.redo().unwrap().value, None);
}

#[test]
fn a_new_change_ends_what_could_be_done_again() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    add(&mut store);
    store.undo().unwrap();
    store.transact(&Label::change("set"), now(), |to| table::setting::set(to, "a", &1)).unwrap();
    assert_eq!(store.undo_state().unwrap().redo, None);
}

#[test]
fn removing_a_roadmap_can_be_undone_with_all_that_hung_on_it() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    add(&mut store);
    let before = dump(&store.database());
    store
        .transact(&Label::change("remove"), now(), |to| -> Result<_, StoreError> {
            to.execute("DELETE FROM plan", [])?;
            to.execute("DELETE FROM roadmap", [])?;
            Ok(())
        })
        .unwrap();
    assert_eq!(dump(&store.database()), Vec::<String>::new());
    store.undo().unwrap();
    assert_eq!(dump(&store.database()), before);
}

#[test]
fn what_was_worked_since_does_not_stand_in_the_way_of_bringing_sessions_back() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let id = add(&mut store);
    work(&mut store, 1, None, Some(id));
    let forget = |to: &rusqlite::Transaction<'_>| to.execute("DELETE FROM session", []);
    store.transact(&Label::change("forget"), now(), forget).unwrap();
    work(&mut store, 2, None, Some(id));
    store.undo().unwrap();
    assert_eq!(worked(&store, id), [1, 2]);
}

#[test]
fn what_was_worked_outlives_the_roadmap_and_comes_back_with_it() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let id = add(&mut store);
    let activity = table::item::all(store.read(), id).unwrap()[0].children[0].children[0].id;
    work(&mut store, 1, Some(activity), Some(id));
    store.undo().unwrap();
    let kept = dump(&store.database());
    assert!(kept.iter().any(|line| line.starts_with("session")), "{kept:?}");
    store.redo().unwrap();
    assert_eq!(worked(&store, id), [1]);
}

#[test]
fn a_session_belongs_to_the_roadmap_that_its_activity_is_of() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let own = add(&mut store);
    let activity = table::item::all(store.read(), own).unwrap()[0].id;
    let other = add(&mut store);
    work(&mut store, 1, Some(activity), Some(other));
    work(&mut store, 2, None, Some(other));
    work(&mut store, 3, Some(ItemId(4_711)), Some(other));
    assert_eq!((worked(&store, own), worked(&store, other)), (vec![1], vec![2]));
}

#[test]
fn a_name_is_never_given_twice() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let id = add(&mut store);
    let first = table::item::all(store.read(), id).unwrap()[0].id;
    store.undo().unwrap();
    let id = add(&mut store);
    assert!(table::item::all(store.read(), id).unwrap()[0].id > first);
}

#[test]
fn to_set_what_is_set_already_is_no_step() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let set = |store: &mut Store, value: i32| {
        store.transact(&Label::change("set"), now(), |to| table::setting::set(to, "a", &value)).unwrap();
    };
    set(&mut store, 1);
    set(&mut store, 2);
    store.undo().unwrap();
    set(&mut store, 1);
    assert_eq!(store.undo_state().unwrap().redo.as_deref(), Some("set"));
    store.undo().unwrap();
    assert_eq!(store.undo_state().unwrap().undo, None);
}

#[test]
fn a_change_that_fails_half_way_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    add(&mut store);
    let before = dump(&store.database());
    let failed = store.transact(&Label::change("tick"), now(), |to| {
        table::setting::set(to, "half", &true)?;
        table::item::set_done(to, ItemId(4_711), Some(now()))
    });
    assert!(matches!(failed, Err(StoreError::Gone { what: "item", id: 4_711 })));
    assert_eq!(dump(&store.database()), before);
    assert_eq!(store.undo_state().unwrap().undo.as_deref(), Some("start"));
}

#[test]
fn what_the_app_writes_by_itself_cannot_be_undone() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    store.transact(&Label::Own, now(), |to| table::setting::set(to, "a", &1)).unwrap();
    assert_eq!(store.undo_state().unwrap().undo, None);
}

#[test]
fn two_processes_never_have_the_same_folder() {
    let folder = TempDir::new().unwrap();
    let _first = open(folder.path());
    assert!(matches!(Store::open(folder.path(), day()), Err(OpenError::InUse { .. })));
}

/// A database as the first Waymark kept it: a roadmap with a ticked step, a session on it, an inbox entry.
const FIRST: &str = r#"
    INSERT INTO roadmap (id, title, origin, name, source, active, created_at)
        VALUES (1, 'Plan', 'file', 'a.md', '# Plan', 1, '2026-11-20T09:00:00Z');
    INSERT INTO item (id, roadmap_id, position, kind, text, start, end, line, done_at)
        VALUES (7, 1, 0, '{"kind":"step","optional":false}', 'Sing', 0, 4, 1, '2026-11-21T09:00:00Z');
    INSERT INTO session (key, roadmap_id, kind, activity_id, category, title, started_at, ended_at, day,
            planned_seconds, spent_seconds, paused_seconds, away_seconds, outcome)
        VALUES (1, 1, 'focus', 7, 'study', 'Sing', '2026-11-21T09:00:00Z', '2026-11-21T09:25:00Z',
            '2026-11-21', 1500, 1500, 0, 0, 'finished');
    INSERT INTO occurrence (rule, subject, at, snooze, due_at, title, body, about)
        VALUES ('block-start', 'a', '2026-11-21T09:00:00', 0, '2026-11-21T09:00:00Z', 'Sing', '', '1');
"#;

#[test]
fn a_database_of_the_first_format_is_backed_up_and_keeps_all_it_holds() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("waymark.db");
    let first = Connection::open(&database).unwrap();
    first.execute_batch(include_str!("../migrations/0001_init.sql")).unwrap();
    first.execute_batch(FIRST).unwrap();
    first.pragma_update(None, "user_version", 1).unwrap();
    drop(first);
    let store = open(folder.path());
    let roadmap = table::roadmap::active(store.read()).unwrap().expect("the roadmap").id;
    let (source, _) = table::document::of(store.read(), roadmap).unwrap();
    assert_eq!(source, "# Plan");
    let row = table::roadmap::one(store.read(), roadmap).unwrap();
    assert_eq!((row.origin, row.archived_at), (Origin::File("a.md".into()), None));
    let items = table::item::all(store.read(), roadmap).unwrap();
    assert_eq!((items[0].text.as_str(), items[0].is_done()), ("Sing", true));
    let sessions = table::session::all(store.read(), roadmap).unwrap();
    assert_eq!((sessions.len(), sessions[0].outside), (1, false));
    let entries: Vec<table::occurrence::Entry<i64, i64>> =
        table::occurrence::since(store.read(), DateTime::UNIX_EPOCH, 9).unwrap();
    assert_eq!((entries.len(), entries[0].entry.roadmap), (1, None));
    assert!(std::fs::read_dir(folder.path().join("backups")).unwrap().count() > 0, "as it was before");
}

#[test]
fn a_database_of_a_newer_waymark_is_refused_untouched() {
    let folder = TempDir::new().unwrap();
    let database = open(folder.path()).database();
    Connection::open(&database).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = std::fs::read(&database).unwrap();
    let refused = Store::open(folder.path(), day());
    assert!(matches!(refused, Err(OpenError::Newer { found: 99, .. })));
    assert_eq!(std::fs::read(&database).unwrap(), before);
}

#[test]
fn a_file_that_is_no_database_is_named_and_left_alone() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("waymark.db");
    std::fs::write(&database, "not a database, but a letter to a friend. ".repeat(100)).unwrap();
    let Err(error) = Store::open(folder.path(), day()) else { panic!("opened a letter") };
    assert!(matches!(error, OpenError::Damaged { .. }), "{error}");
    assert!(error.to_string().contains("waymark.db"), "{error}");
}

#[test]
fn each_day_has_one_backup_that_opens() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    add(&mut store);
    drop(store);
    let opened = Store::open(folder.path(), day()).unwrap();
    assert!(opened.backup_problem.is_none());
    let copy = folder.path().join("backups/waymark-2026-11-23.db");
    assert_eq!(dump(&copy), dump(&opened.store.database()));
    let written = std::fs::metadata(&copy).unwrap().modified().unwrap();
    opened.store.back_up(day()).unwrap();
    assert_eq!(std::fs::metadata(&copy).unwrap().modified().unwrap(), written, "made once a day");
    let beside = std::fs::read_dir(folder.path().join("backups")).unwrap().count();
    assert_eq!(beside, 1, "a backup is one file");
}

#[test]
fn a_bad_row_is_named_and_not_passed_over() {
    let folder = TempDir::new().unwrap();
    let mut store = open(folder.path());
    let id = add(&mut store);
    store
        .transact(&Label::Own, now(), |to| -> Result<_, StoreError> {
            to.execute("UPDATE plan SET start = 'someday'", [])?;
            Ok(())
        })
        .unwrap();
    let error = table::plan::of(store.read(), id).unwrap_err();
    assert_eq!(
        error.to_string(),
        "plan 1 holds \"someday\" as its start, which is not valid; restore a backup or report it"
    );
}
