//! Any two documents, with some of the first one's items done: none of them is lost, and each is in the merged roadmap
//! or among what was removed, once.

#![no_main]

use libfuzzer_sys::fuzz_target;
use roadmap::Item;
use roadmap::document::{Ours, import, merge};
use std::collections::{BTreeMap, BTreeSet};

fuzz_target!(|input: (u8, &str, &str)| {
    let (every, before, after) = input;
    let (Ok(base), Ok(theirs)) = (import(before.as_bytes(), "fuzz.md"), import(after.as_bytes(), "fuzz.md"))
    else {
        return;
    };
    let (base, theirs) = (base.roadmap, theirs.roadmap);
    let mut ours = base.clone();
    let mut left: Vec<&mut Item> = ours.items.iter_mut().collect();
    while let Some(item) = left.pop() {
        let ticked = item.task.is_some_and(|task| task.ticked);
        if ticked || item.can_be_done() && item.id.0 % i64::from(every.max(1)) == 0 {
            item.record.done_at = Some(Default::default());
        }
        left.extend(&mut item.children);
    }
    let merged = merge(&base, Ours { roadmap: &ours, archived: &[] }, &theirs);
    let shown: BTreeMap<_, _> = merged.roadmap.walk().map(|item| (item.id, item)).collect();
    assert_eq!(shown.len(), merged.roadmap.walk().count(), "names are given once");
    let removed: BTreeSet<_> = merged.removed.iter().copied().collect();
    for item in ours.walk() {
        match shown.get(&item.id) {
            Some(now) => assert_eq!(now.record, item.record),
            None => assert!(removed.contains(&item.id), "“{}” is lost", item.text),
        }
        assert!(!(shown.contains_key(&item.id) && removed.contains(&item.id)));
    }
});
