//! How long a document takes to read: the bundled one, which should stay under 5 ms, 10 MB of its like,
//! which should stay under a second, and what no person writes, which should stay under two.

use divan::Bencher;
use divan::counter::BytesCount;
use roadmap::document::{MOST_LINES, bundled, import};

/// The size of the long document.
const LONG: usize = 10_000_000;

fn main() {
    divan::main();
}

#[divan::bench]
fn the_bundled_roadmap(bencher: Bencher<'_, '_>) {
    let document = bundled()[0];
    bencher
        .counter(BytesCount::of_str(document.source))
        .bench(|| import(document.source.as_bytes(), document.name));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn ten_megabytes_of_roadmaps(bencher: Bencher<'_, '_>) {
    let document = bundled()[0];
    let source = document.source.repeat(LONG / document.source.len());
    bencher.counter(BytesCount::of_str(&source)).bench(|| import(source.as_bytes(), document.name));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn as_many_headings_as_are_read(bencher: Bencher<'_, '_>) {
    let source = format!("# T\n{}", "## Head\n".repeat(MOST_LINES - 1));
    bencher.counter(BytesCount::of_str(&source)).bench(|| import(source.as_bytes(), "headings.md"));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn as_many_tracks_as_are_read(bencher: Bencher<'_, '_>) {
    let tracks: String =
        (0..MOST_LINES / 2).map(|number| format!("# Path {}\n- a\n", number % 999)).collect();
    bencher.counter(BytesCount::of_str(&tracks)).bench(|| import(tracks.as_bytes(), "tracks.md"));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn as_many_rows_as_are_read(bencher: Bencher<'_, '_>) {
    let rows = "| 1 | a | 3 |\n".repeat(MOST_LINES / 2);
    let source = format!("# T\n| Week | Topic | Hours |\n|--|--|--|\n{rows}");
    bencher.counter(BytesCount::of_str(&source)).bench(|| import(source.as_bytes(), "rows.md"));
}
