//! How long the use cases behind the commands take on the sample, six weeks in, and on a plan of 5,000 things to do. The aim is 16 ms, a frame.
#![allow(clippy::unwrap_used, missing_docs, reason = "a bench")]

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Utc, Weekday};
use divan::Bencher;
use roadmap::schedule::DayBoundary;
use roadmap_store::Store;
use std::fs;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use waymark::App;
use waymark::ports::{Clock, Locale, Notice, Notifier, Ports, Shell, Speaker, zoned};
use waymark::view::{DayBlockDraft, RoadmapSource, Setup, Sound, Volume};

struct Fixed(DateTime<Utc>);

impl Clock for Fixed {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
    fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        zoned::local(&Utc, instant)
    }
    fn resolve(&self, date: NaiveDate, minute: u16) -> DateTime<Utc> {
        zoned::resolve(&Utc, date, minute)
    }
    fn local_day(&self, instant: DateTime<Utc>, boundary: DayBoundary) -> NaiveDate {
        zoned::local_day(&Utc, instant, boundary)
    }
}

struct Nobody;

impl Notifier for Nobody {
    fn show(&self, _: Notice) {}
    fn withdraw(&self, _: i64) {}
}

impl Speaker for Nobody {
    fn play(&self, _: Sound, _: Volume) {}

    fn tick(&self, _: Option<Volume>) {}
}

impl Shell for Nobody {
    fn open(&self, _: &str) -> Result<(), String> {
        Ok(())
    }
}

fn fresh() -> (TempDir, App) {
    let folder = TempDir::new().unwrap();
    let now: DateTime<Utc> = "2026-11-25T10:42:00Z".parse().unwrap();
    let opened = Store::open(folder.path(), now.date_naive()).unwrap();
    let ports = Ports {
        clock: Arc::new(Fixed(now)),
        notifier: Arc::new(Nobody),
        speaker: Arc::new(Nobody),
        shell: Arc::new(Nobody),
        locale: Locale { week_start: Weekday::Mon, hours_24: true },
    };
    (folder, App::new(opened, ports).unwrap())
}

fn sample() -> (TempDir, App) {
    let (folder, mut app) = fresh();
    app.load_sample().unwrap();
    (folder, app)
}

/// Someone in the first week of a document of their own.
fn of_a_file() -> (TempDir, App) {
    let (folder, mut app) = fresh();
    let path = folder.path().join("plan.md");
    fs::write(&path, include_str!("../../fixtures/reference-like.md")).unwrap();
    let source = RoadmapSource::File { path: path.display().to_string() };
    let proposal = app.preview(&source).unwrap().proposal;
    let setup = Setup { start: proposal.start - Days::new(7), ..proposal };
    app.begin(&source, &setup).unwrap();
    (folder, app)
}

/// A plan of two years, six weeks in: 104 weeks with 48 things to do each.
fn two_years() -> (TempDir, App) {
    let (folder, mut app) = fresh();
    let steps = "- Read a chapter and write down what is new in it\n".repeat(24);
    let week = |week| {
        format!(
            "### Week {week}: Onwards\n\n**Study (8 hours):**\n\n{steps}\n**Hands-On (12 hours):**\n\n{steps}\n"
        )
    };
    let document = (1..=104).map(week).collect::<String>();
    let path = folder.path().join("two-years.md");
    fs::write(&path, format!("# Two years\n\n## Phase 1: All of it\n\n{document}")).unwrap();
    let source = RoadmapSource::File { path: path.display().to_string() };
    let proposal = app.preview(&source).unwrap().proposal;
    let setup = Setup { start: proposal.start - Days::new(7 * 6), ..proposal };
    app.begin(&source, &setup).unwrap();
    (folder, app)
}

fn bundled(app: &App) -> RoadmapSource {
    RoadmapSource::Bundled { name: app.library().unwrap().remove(0).name }
}

fn main() {
    divan::main();
}

#[divan::bench]
fn get_today(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    bencher.bench_local(|| app.today().unwrap());
}

#[divan::bench]
fn get_week(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    let day = app.today().unwrap().now.date;
    bencher.bench_local(|| app.week(day).unwrap());
}

#[divan::bench]
fn get_roadmap(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    bencher.bench_local(|| app.roadmap().unwrap());
}

#[divan::bench]
fn get_frame(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    bencher.bench_local(|| app.frame().unwrap());
}

/// A tick is kept before it is answered, so this holds a sync to disk; then Today is read again.
#[divan::bench]
fn set_done_and_read_today_again(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    let item = app.today().unwrap().checkpoint[0].item;
    let mut done = false;
    bencher.bench_local(|| {
        done = !done;
        app.set_done(item, done).unwrap();
        app.today().unwrap()
    });
}

/// What lies behind a drag on the Week screen: a block is moved on its date, which is kept before it is answered, and
/// all that shows it is read again.
#[divan::bench(args = ["the sample", "two years"])]
fn drag_a_block_and_read_all_again(bencher: Bencher<'_, '_>, plan: &str) {
    let (_folder, mut app) = if plan == "the sample" { sample() } else { two_years() };
    let today = app.today().unwrap();
    let block = today.blocks.iter().rfind(|block| block.category.is_work()).unwrap().clone();
    let mut later = 0;
    bencher.bench_local(|| {
        later = 15 - later;
        let draft = DayBlockDraft {
            key: Some(block.key.clone()),
            date: block.date,
            start: block.start + later,
            end: block.end + later,
            category: block.category,
            accepts: block.accepts.clone(),
            title: block.title.clone(),
            standing: block.standing,
        };
        app.save_day_block(&draft).unwrap();
        (app.week(block.date).unwrap(), app.today().unwrap(), app.frame().unwrap())
    });
}

#[divan::bench(args = ["the sample", "two years"])]
fn get_forecast(bencher: Bencher<'_, '_>, plan: &str) {
    let (_folder, mut app) = if plan == "the sample" { sample() } else { two_years() };
    bencher.bench_local(|| app.forecast().unwrap());
}

#[divan::bench]
fn start_and_stop_the_timer(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    bencher.bench_local(|| {
        app.start_timer(None, None).unwrap();
        app.stop_timer(None).unwrap();
    });
}

#[divan::bench]
fn beat(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    bencher.bench_local(|| app.beat().unwrap());
}

#[divan::bench]
fn preview(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    let source = bundled(&app);
    bencher.bench_local(|| app.preview(&source).unwrap());
}

#[divan::bench]
fn estimate(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    let source = bundled(&app);
    let setup = app.preview(&source).unwrap().proposal;
    bencher.bench_local(|| app.estimate(&source, &setup).unwrap());
}

#[divan::bench]
fn begin(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    let source = bundled(&app);
    let setup = app.preview(&source).unwrap().proposal;
    bencher.bench_local(|| app.begin(&source, &setup).unwrap());
}

/// A tick that goes into the document's file as well, and is on the disk when it is over.
#[divan::bench]
fn tick_into_the_file(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = of_a_file();
    app.set_write_back(true).unwrap();
    let item = app.today().unwrap().checkpoint[0].item;
    let mut done = false;
    bencher.bench_local(|| {
        done = !done;
        app.set_done(item, done).unwrap();
    });
}

/// What has changed in a document, before it is read again.
#[divan::bench]
fn compare_document(bencher: Bencher<'_, '_>) {
    let (folder, mut app) = of_a_file();
    let path = folder.path().join("plan.md");
    let changed = fs::read_to_string(&path).unwrap().replace("- [ ] ", "- [ ] Now: ");
    fs::write(path, changed).unwrap();
    bencher.bench_local(|| app.compare_document(None).unwrap());
}

#[divan::bench]
fn roadmaps(bencher: Bencher<'_, '_>) {
    let (_folder, mut app) = sample();
    bencher.bench_local(|| app.roadmaps().unwrap());
}

#[divan::bench(sample_count = 10)]
fn load_sample(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(fresh).bench_local_refs(|(_folder, app)| app.load_sample().unwrap());
}
