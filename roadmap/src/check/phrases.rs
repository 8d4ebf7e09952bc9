//! What a line makes, from its words: "Blog post on tempo", "Write 2 essays".

use super::counted::counted;
use super::words::{Thing, is_plural, plain, singular, tells_more, words};
use crate::document::figures;
use crate::{Item, Kind};

/// Verbs that make a thing or get it done.
const MAKING: [&str; 47] = [
    "write",
    "publish",
    "record",
    "build",
    "make",
    "create",
    "compose",
    "film",
    "draw",
    "paint",
    "release",
    "ship",
    "launch",
    "produce",
    "draft",
    "give",
    "hold",
    "perform",
    "play",
    "run",
    "enter",
    "complete",
    "finish",
    "take",
    "race",
    "sew",
    "knit",
    "bake",
    "cook",
    "prepare",
    "post",
    "deliver",
    "open",
    "and",
    "design",
    "code",
    "develop",
    "edit",
    "translate",
    "assemble",
    "submit",
    "present",
    "teach",
    "plant",
    "carve",
    "brew",
    "print",
];

/// Words that stand before a thing and say nothing of its kind.
const BEFORE: [&str; 14] = [
    "a", "an", "one", "the", "your", "my", "first", "second", "third", "another", "final", "short", "new",
    "full",
];

/// The ordinals of as many projects as anybody plans.
const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// A thing that is made, and how many of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Phrase {
    pub(super) thing: Thing,
    /// None where it is in the plural without a number, or made again and again.
    pub(super) count: Option<u32>,
}

/// The things that a deliverable names: "Notebook + recording of two songs".
pub(super) fn of_deliverable(text: &str) -> Vec<Phrase> {
    text.split('+').flat_map(|part| part.split(" and ")).filter_map(phrase).collect()
}

/// True for words that begin with a verb that makes something.
pub(super) fn makes(text: &str) -> bool {
    words(text).next().is_some_and(|verb| MAKING.contains(&plain(verb).as_str()))
}

/// The thing that a step makes, if its verb makes one.
pub(super) fn of_step(text: &str) -> Option<Phrase> {
    if !makes(text) {
        return None;
    }
    let mut rest = text;
    while let Some(word) = words(rest).next().filter(|word| MAKING.contains(&plain(word).as_str())) {
        rest = rest.split_once(word)?.1;
    }
    phrase(rest)
}

/// The number of the project that the words name: "Build project 5".
pub(super) fn project_number(text: &str) -> Option<u32> {
    let mut words = words(text).skip_while(|word| plain(word) != "project");
    words.next()?;
    words.next()?.parse().ok()
}

/// The number of the project that a sentence calls optional: "the fifth is optional" where it speaks of
/// projects, "project 5 is optional".
pub(super) fn project_told_optional(item: &Item) -> Option<u32> {
    let told = |text: &str| {
        let said: Vec<String> = words(text).map(plain).collect();
        let at = said.iter().position(|word| word == "optional")?;
        let (verb, before) = said.get(..at)?.split_last()?;
        let before = before.strip_suffix(&["one".to_owned()]).unwrap_or(before);
        let named = matches!(verb.as_str(), "is" | "remains" | "stays");
        match before {
            [.., project, number] if named && project == "project" => number.parse().ok(),
            [.., number, project] if named && project == "project" => ordinal(number),
            [.., the, number] if named && the == "the" => ordinal(number),
            _ => None,
        }
    };
    let texts = || [Some(item.text.as_str()), item.note.as_deref()].into_iter().flatten();
    let of_projects = texts().flat_map(words).any(|word| singular(word) == "project");
    texts().find_map(told).filter(|_| of_projects)
}

/// The number of "fifth" or "5th".
fn ordinal(word: &str) -> Option<u32> {
    let figure = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)?.parse().ok());
    figure.or_else(|| {
        ORDINALS.iter().zip(1..).find_map(|(ordinal, number)| (*ordinal == word).then_some(number))
    })
}

/// True for what calls itself optional.
pub(super) fn optional(item: &Item) -> bool {
    let says = |text: &str| text.to_lowercase().contains("optional");
    matches!(item.kind, Kind::Step { optional: true })
        || says(&item.text)
        || item.note.as_deref().is_some_and(says)
}

fn phrase(text: &str) -> Option<Phrase> {
    let figure =
        figures(text).find(|figure| words(figure.before).all(|word| BEFORE.contains(&plain(word).as_str())));
    if let Some(figure) = figure {
        let counted = counted(&figure)?;
        let count = Some(figure.measure.value as u32).filter(|_| counted.per.is_none());
        return Some(Phrase { thing: counted.thing, count });
    }
    let clause = text.trim_start().split(['(', ':', ',', '.', ';', '–', '—', '"']).next()?;
    let all: Vec<&str> = words(clause).skip_while(|word| BEFORE.contains(&plain(word).as_str())).collect();
    let ends = |(at, word): (usize, &&str)| {
        tells_more(word) || (at > 0 && at + 1 < all.len() && word.ends_with("ing"))
    };
    let end = all.iter().enumerate().position(ends).unwrap_or(all.len());
    let mut named = all.get(..end)?;
    while let [before @ .., last] = named {
        if before.is_empty() || !last.ends_with("ed") {
            break;
        }
        named = before;
    }
    let thing = Thing::of(named)?;
    let many = thing.said.rsplit(' ').next().is_some_and(is_plural);
    let again = words(text).any(|word| matches!(plain(word).as_str(), "every" | "each" | "daily" | "weekly"));
    Some(Phrase { thing, count: (!many && !again).then_some(1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(phrase: &Phrase) -> (&str, Option<u32>) {
        (phrase.thing.noun.as_str(), phrase.count)
    }

    #[test]
    fn a_deliverable_is_its_noun() {
        let of =
            |text| of_deliverable(text).iter().map(|phrase| says(phrase).0.to_owned()).collect::<Vec<_>>();
        assert_eq!(of("Blog post explaining the fingering"), ["post"]);
        assert_eq!(of("Notebook + recording of two songs"), ["notebook", "recording"]);
        assert_eq!(of("Song book published"), ["book"]);
        assert_eq!(of("Demo video (2 minutes)"), ["video"]);
    }

    #[test]
    fn a_step_makes_something_if_its_verb_does() {
        assert_eq!(
            of_step("Write a short essay about your town").as_ref().map(says),
            Some(("essay", Some(1)))
        );
        assert_eq!(of_step("Write and publish 2 essays").as_ref().map(says), Some(("essay", Some(2))));
        assert_eq!(of_step("Write essays").as_ref().map(says), Some(("essay", None)));
        assert_eq!(of_step("Write an essay every week").as_ref().map(says), Some(("essay", None)));
        assert_eq!(of_step("Read an essay"), None);
    }

    #[test]
    fn a_project_is_named_by_its_number() {
        assert_eq!(project_number("Build Project 5 (see below)"), Some(5));
        assert_eq!(project_number("Build a project"), None);
    }
}
