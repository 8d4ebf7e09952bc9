//! How long the plan check takes: on the bundled roadmap, which should stay under 10 ms, and on 10 MB
//! of its like: `cargo bench -p roadmap --bench check`.
#![allow(clippy::expect_used, missing_docs)]

use divan::{Bencher, black_box};
use roadmap::Roadmap;
use roadmap::check::check;
use roadmap::document::{bundled, import};

/// The size of the long document.
const LONG: usize = 10_000_000;

fn main() {
    divan::main();
}

fn read(times: usize) -> Roadmap {
    let source = bundled()[0].source.repeat(times);
    import(source.as_bytes(), bundled()[0].name).expect("a roadmap").roadmap
}

#[divan::bench]
fn the_bundled_roadmap(bencher: Bencher<'_, '_>) {
    let roadmap = read(1);
    bencher.bench_local(|| check(black_box(&roadmap)));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn ten_megabytes_of_roadmaps(bencher: Bencher<'_, '_>) {
    let roadmap = read(LONG / bundled()[0].source.len());
    bencher.bench_local(|| check(black_box(&roadmap)));
}
