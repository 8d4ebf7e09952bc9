//! How long documents take that no person writes, of each [shape](shapes) as long as is read: to read, which
//! should stay under two seconds, to check, and to merge with a changed copy. One shape alone, and the memory it
//! takes: `/usr/bin/time -v cargo bench -p roadmap --bench hostile -- 'reading::"deep lists"'`.
#![allow(clippy::expect_used, missing_docs)]

mod shapes;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use roadmap::Roadmap;
use roadmap::check::check;
use roadmap::document::{Ours, import, merge};
use shapes::{SHAPES, Shape, changed};

fn main() {
    divan::main();
}

fn read(source: &str) -> Option<Roadmap> {
    import(source.as_bytes(), "plan.md").ok().map(|import| import.roadmap)
}

#[divan::bench(args = SHAPES, sample_count = 5, sample_size = 1)]
fn reading(bencher: Bencher<'_, '_>, shape: &Shape) {
    let source = (shape.source)();
    bencher.counter(BytesCount::of_str(&source)).bench(|| import(source.as_bytes(), "plan.md"));
}

#[divan::bench(args = SHAPES, sample_count = 1, sample_size = 1)]
fn checking(bencher: Bencher<'_, '_>, shape: &Shape) {
    // What is refused is not checked.
    let roadmap = read(&(shape.source)());
    bencher.bench_local(|| roadmap.as_ref().map(check));
}

#[divan::bench(args = SHAPES, sample_count = 1, sample_size = 1)]
fn merging(bencher: Bencher<'_, '_>, shape: &Shape) {
    let source = (shape.source)();
    let sides = read(&source).zip(read(&changed(&source)));
    bencher.bench_local(|| {
        sides.as_ref().map(|(base, theirs)| {
            let ours = Ours { roadmap: base, archived: &[] };
            merge(black_box(base), ours, black_box(theirs))
        })
    });
}
