//! Templates that are changed: the days before keep the blocks they had.
#![allow(clippy::unwrap_used, reason = "a test")]

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use roadmap::Category;
use roadmap::schedule::{Template, TemplateBlock, TemplateBlockId};
use roadmap_store::table::former_template::{self, Row};
use roadmap_store::table::roadmap::Origin;
use roadmap_store::table::template::{self, TemplateId};
use roadmap_store::{Label, RoadmapId, Store, StoreError, Table, table};
use rusqlite::Transaction;
use tempfile::TempDir;

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn day(of_november: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, of_november).unwrap()
}

fn block(weekday: Weekday, start: u16) -> TemplateBlock {
    TemplateBlock {
        id: None,
        weekday,
        start,
        end: start + 60,
        category: Category::Study,
        title: "Read".into(),
        accepts: vec![Category::HandsOn],
        standing: false,
        pinned: false,
    }
}

/// A store with one roadmap, whose only template has a block on Monday and one on Tuesday.
struct Scene {
    store: Store,
    roadmap: RoadmapId,
    template: TemplateId,
    _folder: TempDir,
}

impl Scene {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let mut store = Store::open(folder.path(), day(23)).unwrap().store;
        let added = store.transact(&Label::change("start"), now(), |to| -> Result<_, StoreError> {
            let id = table::roadmap::add(to, "Plan", &Origin::File("a.md".into()), false, now())?;
            let blocks = vec![block(Weekday::Mon, 540), block(Weekday::Tue, 540)];
            let template = Template { name: "Full time".into(), tempo: None, stated_minutes: None, blocks };
            Ok((id, template::add_all(to, id, &[template])?[0]))
        });
        let (roadmap, template) = added.unwrap().value;
        Self { store, roadmap, template, _folder: folder }
    }

    fn blocks(&self) -> Vec<TemplateBlock> {
        template::all(self.store.read(), self.roadmap).unwrap().remove(0).1.blocks
    }

    fn former(&self) -> Vec<Row> {
        former_template::all(self.store.read(), self.roadmap).unwrap()
    }

    /// Until when each former template holds, and when its first block begins.
    fn first_starts(&self) -> Vec<(NaiveDate, u16)> {
        self.former().into_iter().map(|row| (row.until, row.blocks[0].start)).collect()
    }

    fn change(&mut self, today: NaiveDate, work: impl FnOnce(&Transaction<'_>) -> Result<(), StoreError>) {
        let id = self.template;
        let done = self.store.transact(&Label::change("change"), now(), |to| {
            former_template::keep_until(to, id, today, || work(to))
        });
        done.unwrap();
    }

    /// Lets the first block begin at another time.
    fn begin_at(&mut self, today: NaiveDate, start: u16) {
        let first = self.blocks().remove(0);
        let id = first.id.unwrap();
        let later = TemplateBlock { start, end: start + 60, ..first };
        self.change(today, |to| template::set_block(to, id, &later));
    }
}

#[test]
fn what_a_template_had_is_kept_under_its_names_where_it_is_gone_too() {
    let mut scene = Scene::new();
    let before = scene.blocks();
    let gone: TemplateBlockId = before[0].id.unwrap();
    scene.change(day(25), |to| template::remove_block(to, gone));
    assert_eq!(scene.blocks(), before[1..]);
    assert_eq!(scene.former(), [Row { template: scene.template, until: day(25), blocks: before }]);
}

#[test]
fn of_several_changes_on_a_day_what_was_before_all_of_them_is_kept() {
    let mut scene = Scene::new();
    scene.begin_at(day(25), 600);
    scene.begin_at(day(25), 660);
    assert_eq!(scene.first_starts(), [(day(25), 540)]);
    scene.begin_at(day(27), 720);
    assert_eq!(scene.first_starts(), [(day(25), 540), (day(27), 660)]);
}

#[test]
fn a_change_that_changes_nothing_keeps_nothing_and_is_no_step() {
    let mut scene = Scene::new();
    scene.begin_at(day(25), 540);
    assert_eq!(scene.former(), []);
    assert_eq!(scene.store.undo_state().unwrap().undo.as_deref(), Some("start"));
}

#[test]
fn undo_takes_a_change_back_with_what_was_kept_and_redo_does_it_again() {
    let mut scene = Scene::new();
    let before = scene.blocks();
    scene.begin_at(day(25), 600);
    let after = (scene.blocks(), scene.former());
    assert!(scene.store.undo().unwrap().changes.contains(&Table::FormerTemplate), "the screen hears of it");
    assert_eq!((scene.blocks(), scene.former()), (before, vec![]));
    scene.store.redo().unwrap();
    assert_eq!((scene.blocks(), scene.former()), after);
}

#[test]
fn what_a_template_was_goes_with_it_and_comes_back_with_it() {
    let mut scene = Scene::new();
    scene.begin_at(day(25), 600);
    let (id, kept) = (scene.template, scene.former());
    scene.store.transact(&Label::change("remove"), now(), |to| template::remove(to, id)).unwrap();
    assert_eq!(scene.former(), []);
    scene.store.undo().unwrap();
    assert_eq!(scene.former(), kept);
}

#[test]
fn changes_made_while_the_clock_was_ahead_don_t_hold_up_those_of_today() {
    let mut scene = Scene::new();
    scene.begin_at(day(20), 600);
    scene.begin_at(day(28), 660);
    scene.begin_at(day(30), 720);
    scene.begin_at(day(25), 780);
    assert_eq!(scene.first_starts(), [(day(20), 540), (day(25), 600)]);
    assert_eq!(scene.blocks()[0].start, 780);
}

#[test]
fn the_name_of_a_block_that_is_gone_is_given_to_no_other() {
    let mut scene = Scene::new();
    let id = scene.template;
    let names = scene.store.transact(&Label::change("add"), now(), |to| -> Result<_, StoreError> {
        let gone = former_template::name_of_gone(to, id, &block(Weekday::Wed, 540))?;
        Ok((gone, template::add_block(to, id, &block(Weekday::Thu, 540))?))
    });
    let (gone, added) = names.unwrap().value;
    assert_ne!(gone, added);
    assert_eq!(scene.blocks().len(), 3, "only the other is there");
}
