//! How long a document takes to read: the bundled one, which should stay under 5 ms, and 10 MB of its like,
//! which should stay under a second. What no person writes has a bench of its own: `hostile`.

use divan::Bencher;
use divan::counter::BytesCount;
use roadmap::document::{bundled, import};

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
    assert!(import(source.as_bytes(), document.name).is_ok(), "what is refused takes no time");
    bencher.counter(BytesCount::of_str(&source)).bench(|| import(source.as_bytes(), document.name));
}
