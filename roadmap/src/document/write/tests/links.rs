//! Lines with links and pictures in them, called otherwise.

use super::{kept, markdown};
use crate::Roadmap;
use crate::edit::{Edit, edit};
use crate::item::Kind;

/// A document with that line and the definitions that it may use.
fn with(line: &str) -> String {
    format!(
        "# Sea\n\n## Week 1: Knots\n\n**Practice:**\n\n{line}\n- [ ] Coil down\n\n[1]: bend.md\n[Hitches]: hitch_(2).md\n[p]: p_(1).png\n"
    )
}

/// The addresses of a roadmap's links, in order.
fn addresses(roadmap: &Roadmap) -> Vec<String> {
    let mut all: Vec<String> = roadmap
        .walk()
        .filter_map(|item| match &item.kind {
            Kind::Resource { href } => href.clone(),
            _ => None,
        })
        .collect();
    all.sort();
    all
}

/// The line once its item has other words. No address is lost.
fn renamed(line: &str, was: &str, is: &str) -> String {
    let source = with(line);
    let mut roadmap = kept(&source).expect("a document");
    let item =
        roadmap.walk().find(|item| item.text == was).unwrap_or_else(|| panic!("{was} in {roadmap:#?}")).id;
    assert_eq!(edit(&mut roadmap, &Edit::Rename { item, text: is.into() }), Ok(true));
    let written = markdown(&roadmap, &source);
    let again = kept(&written).expect("a document");
    assert_eq!(addresses(&again), addresses(&kept(&source).expect("a document")), "{written}");
    let (before, after) = source.split_once(line).expect("the line");
    let new = written.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    new.unwrap_or_else(|| panic!("other lines changed: {written}")).to_owned()
}

#[test]
fn a_link_whose_words_stay_leads_where_it_led() {
    for (line, was, is, wanted) in [
        (
            "- [ ] Tie the [bowline](https://sea.example/b_(c)) twice",
            "Tie the bowline twice",
            "Tie the bowline blind",
            "- [ ] Tie the [bowline](https://sea.example/b_(c)) blind",
        ),
        (
            "- [ ] Tie [reef](r.md \"Reef (flat)\") and [sheet](<s (1).md>) knots",
            "Tie reef and sheet knots",
            "Learn the sheet and then the reef knots",
            "- [ ] Learn the [sheet](<s (1).md>) and then the [reef](r.md \"Reef (flat)\") knots",
        ),
        (
            "- [ ] Tie [bends][1] fast",
            "Tie bends fast",
            "Tie all bends fast",
            "- [ ] Tie all [bends][1] fast",
        ),
        ("- [ ] Tie [Hitches] fast", "Tie Hitches fast", "Hitches: tie them", "- [ ] [Hitches]: tie them"),
        ("- [ ] Tie [Hitches][] fast", "Tie Hitches fast", "Wow! Hitches!", "- [ ] Wow! [Hitches][]!"),
        (
            "- [ ] Read https://sea.example/a_b, slowly",
            "Read https://sea.example/a_b, slowly",
            "Skim https://sea.example/a_b, slowly",
            "- [ ] Skim https://sea.example/a_b, slowly",
        ),
    ] {
        assert_eq!(renamed(line, was, is), wanted);
    }
}

#[test]
fn a_link_whose_words_are_gone_stands_behind() {
    for (line, was, is, wanted) in [
        (
            "- [ ] Tie the [bowline](https://sea.example/b_(c)) twice",
            "Tie the bowline twice",
            "Tie a loop twice",
            "- [ ] Tie a loop [bowline](https://sea.example/b_(c)) twice",
        ),
        ("- [ ] Tie [bends][1]", "Tie bends", "Tie two ropes", "- [ ] Tie two ropes [bends][1]"),
        ("- [ ] Tie [Hitches] now", "Tie Hitches now", "Tie now", "- [ ] Tie [Hitches] now"),
        (
            "- [ ] Read https://sea.example/a_b today",
            "Read https://sea.example/a_b today",
            "Read it",
            "- [ ] Read it https://sea.example/a_b",
        ),
    ] {
        assert_eq!(renamed(line, was, is), wanted);
    }
}

#[test]
fn pictures_stay() {
    for (line, was, is, wanted) in [
        (
            "- [ ] ![loop](p_(1).png) Tie it",
            "loop Tie it",
            "Tie it well",
            "- [ ] ![loop](p_(1).png) Tie it well",
        ),
        ("- [ ] Tie it ![loop][p] well", "Tie it loop well", "Tie it badly", "- [ ] Tie it ![loop][p] badly"),
        ("- [ ] Tie ![](p.png)it", "Tie it", "Tie them", "- [ ] Tie ![](p.png)them"),
        ("- [ ] Tie it ![loop](p.png)", "Tie it loop", "Tie the loop", "- [ ] Tie the ![loop](p.png)"),
        ("- [![loop](p.png)](bowline.md)", "loop", "Bowline", "- [Bowline ![loop](p.png)](bowline.md)"),
    ] {
        assert_eq!(renamed(line, was, is), wanted);
    }
}

#[test]
fn what_nobody_touched_of_a_line_stays_as_it_is_written() {
    for (line, was, is, wanted) in [
        ("- [ ] Tie *one* **bowline**", "Tie one bowline", "Tie one hitch", "- [ ] Tie *one* hitch"),
        (
            "- [ ] Rig `a_b` and \\*stow twice",
            "Rig a_b and *stow twice",
            "Rig a_b and *stow",
            "- [ ] Rig `a_b` and \\*stow",
        ),
        ("- [ ] **Tie one** bowline", "Tie one bowline", "Tie two bowlines", "- [ ] Tie two bowlines"),
        ("- [ ] *Tie* it", "Tie it", "Tie it well", "- [ ] *Tie* it well"),
        ("- [ ] **Tie it**", "Tie it", "Now tie it", "- [ ] **Now tie it**"),
        ("- [ ] Tie it", "Tie it", "Tie [it]", "- [ ] Tie \\[it\\]"),
    ] {
        assert_eq!(renamed(line, was, is), wanted);
    }
}

#[test]
fn words_like_an_address_or_a_picture_are_not_taken_for_it() {
    assert_eq!(
        renamed("- [ ] See [the oak](oak.md) oak", "See the oak oak", "See the oak elm"),
        "- [ ] See [the oak](oak.md) elm"
    );
    assert_eq!(renamed("- [ ] ![](ash.png) ash", "ash", "elm"), "- [ ] ![](ash.png) elm");
    assert_eq!(renamed("- [ ] Tie [sic] it", "Tie [sic] it", "Tie [sic] them"), "- [ ] Tie [sic] them");
}
