//! Any bytes: they are refused, or read without losing a line; and written out untouched they are the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use roadmap::Item;
use roadmap::document::{Import, import, markdown, unclaimed_lines};

fuzz_target!(|bytes: &[u8]| {
    let Ok(Import { roadmap, source }) = import(bytes, "fuzz.md") else { return };
    assert_eq!(unclaimed_lines(&roadmap, &source), Vec::<usize>::new());
    for item in roadmap.walk() {
        assert!(source.get(item.span.start..item.span.end).is_some(), "{:?} is no place", item.span);
    }
    let mut kept = roadmap.clone();
    let mut left: Vec<&mut Item> = kept.items.iter_mut().collect();
    while let Some(item) = left.pop() {
        item.record.done_at = item.task.filter(|task| task.ticked).map(|_| Default::default());
        left.extend(&mut item.children);
    }
    assert_eq!(markdown(&kept, &roadmap, &source), source);
});
