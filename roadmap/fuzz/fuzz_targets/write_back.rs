//! Any document, any of its boxes: the tick changes one character, which between brackets is one byte, and the document
//! then has that box ticked and no other.

#![no_main]

use libfuzzer_sys::fuzz_target;
use roadmap::document::{Import, import, set_boxes};
use roadmap::item::TaskBox;

fuzz_target!(|input: (usize, &str)| {
    let (chosen, text) = input;
    let Ok(Import { roadmap, source }) = import(text.as_bytes(), "fuzz.md") else { return };
    let boxes: Vec<TaskBox> = roadmap.walk().filter_map(|item| item.task).collect();
    let Some(TaskBox { mark, ticked }) = boxes.get(chosen % boxes.len().max(1)).copied() else { return };
    let written = set_boxes(&source, &[(mark, !ticked)]).expect("a box that was read can be written");
    let differs = |(at, (one, other)): (usize, (u8, u8))| (one != other).then_some(at);
    let changed: Vec<usize> = source.bytes().zip(written.bytes()).enumerate().filter_map(differs).collect();
    let sign = source[mark..].chars().next().map_or(0, char::len_utf8);
    assert!(!changed.is_empty() && changed.iter().all(|at| (mark..mark + sign).contains(at)), "{changed:?}");
    assert_eq!(written.len(), source.len());
    let again = import(written.as_bytes(), "fuzz.md").expect("it is still read").roadmap;
    let now: Vec<TaskBox> = again.walk().filter_map(|item| item.task).collect();
    let wanted: Vec<TaskBox> =
        boxes.iter().map(|each| TaskBox { ticked: each.ticked != (each.mark == mark), ..*each }).collect();
    assert_eq!(now, wanted);
});
