//! What a list comes before ("before the first race", "before you apply to choirs"), and what does it.

use super::counted::Counted;
use super::words::{Thing, is_plural, plain, root, singular, tells_more, words};
use std::collections::BTreeSet;

/// What stands before what a list comes before.
const BEFORE: [&str; 2] = ["before ", "prior to "];

/// Words that say nothing of what comes after the list.
const FILLERS: [&str; 11] =
    ["the", "a", "an", "your", "my", "you", "i", "start", "starting", "first", "begin"];

/// Fillers that mean one of them, however many others there were.
const ONE: [&str; 3] = ["the", "your", "my"];

/// Verbs that carry something out, rather than get ready for it.
const CARRIES_OUT: [&str; 70] = [
    "ran",
    "run",
    "raced",
    "race",
    "finished",
    "finish",
    "completed",
    "complete",
    "did",
    "do",
    "done",
    "gave",
    "give",
    "given",
    "held",
    "hold",
    "took",
    "take",
    "taken",
    "passed",
    "pass",
    "sat",
    "sit",
    "played",
    "play",
    "sang",
    "sing",
    "sung",
    "performed",
    "perform",
    "attended",
    "attend",
    "won",
    "win",
    "swam",
    "swim",
    "sailed",
    "sail",
    "hosted",
    "host",
    "started",
    "start",
    "began",
    "delivered",
    "submitted",
    "submit",
    "published",
    "publish",
    "presented",
    "present",
    "launched",
    "launch",
    "released",
    "release",
    "shipped",
    "ship",
    "defended",
    "defend",
    "opened",
    "open",
    "exhibited",
    "exhibit",
    "taught",
    "teach",
    "led",
    "lead",
    "signed",
    "sign",
    "sold",
    "sell",
];

/// Verbs whose forms share no root.
const FORMS: [&[&str]; 21] = [
    &["run", "ran", "running"],
    &["give", "gave", "given", "giving"],
    &["hold", "held", "holding"],
    &["take", "took", "taken", "taking"],
    &["sit", "sat", "sitting"],
    &["sing", "sang", "sung", "singing"],
    &["swim", "swam", "swum", "swimming"],
    &["write", "wrote", "written", "writing"],
    &["make", "made", "making"],
    &["do", "did", "done", "doing"],
    &["go", "went", "gone", "going"],
    &["race", "raced", "racing"],
    &["play", "played", "playing"],
    &["submit", "submitted", "submitting"],
    &["ship", "shipped", "shipping"],
    &["teach", "taught", "teaching"],
    &["lead", "led", "leading"],
    &["sell", "sold", "selling"],
    &["send", "sent", "sending"],
    &["build", "built", "building"],
    &["speak", "spoke", "spoken", "speaking"],
];

/// Verbs for what others do, or for getting ready.
const ONLY_PREPARES: [&str; 30] = [
    "watched",
    "watch",
    "heard",
    "hear",
    "listened",
    "listen",
    "read",
    "studied",
    "study",
    "researched",
    "research",
    "listed",
    "list",
    "found",
    "find",
    "prepared",
    "prepare",
    "planned",
    "plan",
    "practised",
    "practiced",
    "practice",
    "drafted",
    "draft",
    "outlined",
    "outline",
    "booked",
    "book",
    "compared",
    "compare",
];

/// What looks for one of something.
const SEARCHES: [&str; 6] = ["search", "hunt", "hunting", "searching", "looking", "look"];

/// Verbs for what a search is made of, beside those with a preposition ("applied to").
const OF_SEARCHES: [&str; 8] =
    ["viewed", "visited", "contacted", "called", "emailed", "view", "visit", "contact"];

/// What a list comes before.
#[derive(Debug)]
pub(super) struct Event<'a> {
    /// Its words as they are written.
    pub(super) said: &'a str,
    /// The words that say what it is.
    named: Vec<&'a str>,
    /// True where the first of them is its verb.
    is_deed: bool,
    /// True for one of several.
    is_one: bool,
    is_first: bool,
}

impl<'a> Event<'a> {
    /// What a list's heading says it comes before: "Checklist (before the first concert)".
    pub(super) fn of(heading: &'a str) -> Option<Self> {
        let rest = heading.get(place(heading)?.1..)?;
        let end = rest.find([')', ']', ',', ';', ':']).unwrap_or(rest.len());
        let said = rest.get(..end).map(str::trim).filter(|said| !said.is_empty())?;
        let (fillers, named): (Vec<&str>, Vec<&str>) =
            words(said).partition(|word| FILLERS.contains(&plain(word).as_str()));
        let holds = |word: &str| fillers.iter().any(|filler| plain(filler) == word);
        let first = words(said).next().map(plain);
        let is_deed =
            first.as_deref().is_some_and(|word| matches!(word, "you" | "i")) || is_doing(said, &named);
        let is_one = ONE.iter().any(|word| holds(word)) && !holds("first");
        (!named.is_empty()).then_some(Self { said, is_deed, is_one, is_first: holds("first"), named })
    }

    /// True for a heading of the same words.
    pub(super) fn is_called(&self, heading: &str) -> bool {
        let set = |words: &mut dyn Iterator<Item = &str>| words.map(singular).collect::<BTreeSet<_>>();
        set(&mut words(heading)) == set(&mut self.named.iter().copied())
    }

    /// True where a line that counts things has it behind it. "Before the race" is before one of them,
    /// however many others there were.
    pub(super) fn counts(&self, text: &str, counted: &Counted, thing: &Thing) -> bool {
        let verb = words(text).next().map(plain).unwrap_or_default();
        if ONLY_PREPARES.contains(&verb.as_str()) {
            return false;
        }
        if self.search().is_some_and(|wanted| is_searched(&verb, counted, thing, &wanted)) {
            return true;
        }
        let (deed, rest) = match self.named.split_first() {
            Some((deed, rest)) if self.is_deed => (Some(*deed), rest),
            _ => (None, self.named.as_slice()),
        };
        if let (Some(deed), []) = (deed, rest) {
            return root(deed) == root(&thing.noun) || counted.deed.as_ref() == Some(&root(deed));
        }
        let rest: Vec<&str> = rest.iter().skip_while(|word| tells_more(word)).copied().collect();
        let same = |event: Thing| {
            let is = |thing: &Thing| event.noun == thing.noun && event.kinds == thing.kinds;
            is(thing) || (deed.is_some() && is(&counted.thing))
        };
        let does = deed.is_none_or(|deed| {
            let joined = counted.deed.as_ref();
            joined.is_none_or(|joined| *joined == root(deed)) && (joined.is_some() || does_same(deed, text))
        });
        !self.is_one && does && Thing::of(&rest).is_some_and(same)
    }

    /// True for a line that says no more than that it is carried out: "Ran the race", "Race finished".
    pub(super) fn is_done_in(&self, text: &str) -> bool {
        let clause = text.split(['(', ',', ';', ':', '–', '—', '.', '!']).next().unwrap_or(text);
        let said: Vec<&str> = words(clause).collect();
        let (deed, event) = match self.named.split_first() {
            Some((deed, rest)) if self.is_deed => (Some(*deed), rest),
            _ => (None, self.named.as_slice()),
        };
        let does = |verb: &str| match deed {
            Some(deed) => stem(deed) == stem(verb),
            None => CARRIES_OUT.contains(&plain(verb).as_str()),
        };
        let is_event = |words: &[&str]| {
            let is_filler = |word: &&str| FILLERS.contains(&plain(word).as_str());
            let another = words.iter().any(|word| match plain(word).as_str() {
                "a" | "an" => self.is_one,
                "first" => !self.is_first,
                _ => false,
            });
            let named: Vec<String> =
                words.iter().skip_while(|word| is_filler(word)).map(|word| singular(word)).collect();
            !another && named == event.iter().map(|word| singular(word)).collect::<Vec<_>>()
        };
        match said.as_slice() {
            [only] => deed.is_some() && event.is_empty() && plain(only).ends_with("ed") && does(only),
            [verb, rest @ ..] if does(verb) && !event.is_empty() && is_event(rest) => true,
            [rest @ .., verb] => deed.is_none() && ends_in_past(verb) && does(verb) && is_event(rest),
            [] => false,
        }
    }

    /// What is looked for, where the event is a search: the boat of "the boat search" and of "searching
    /// for a boat".
    fn search(&self) -> Option<String> {
        let is_search = |word: &&&str| SEARCHES.contains(&plain(word).as_str());
        let wanted = match self.named.as_slice() {
            [search, joined, thing] if is_search(&search) && plain(joined) == "for" => thing,
            // A search of some kind may follow on from another one.
            [thing, search] if is_search(&search) => thing,
            _ => return None,
        };
        Some(singular(wanted))
    }
}

/// The heading's words without what it comes before.
pub(super) fn name(heading: &str) -> &str {
    let at = place(heading).map_or(heading.len(), |(at, _)| at);
    let name =
        heading.get(..at).unwrap_or_default().trim_end_matches([' ', '(', '[', '-', '–', '—', ',', ':']);
    if name.is_empty() { "Checklist" } else { name }
}

/// Where a heading says what it comes before, and where that begins.
fn place(heading: &str) -> Option<(usize, usize)> {
    let lower = heading.to_ascii_lowercase();
    BEFORE.iter().filter_map(|word| lower.find(word).map(|at| (at, at + word.len()))).min()
}

/// True for what a search for something is made of: "Applied to 20 boats", "20 applications sent".
fn is_searched(verb: &str, counted: &Counted, thing: &Thing, wanted: &str) -> bool {
    let of_wanted = counted.thing.noun == wanted;
    let applies = thing.noun == "application" && thing.kinds.iter().all(|kind| kind == wanted);
    let goes_to =
        counted.deed.as_ref().is_some_and(|deed| !ONLY_PREPARES.iter().any(|verb| root(verb) == *deed));
    applies || of_wanted && (goes_to || OF_SEARCHES.contains(&verb))
}

/// True for "giving concerts" and "running the race", not for "sailing exam".
fn is_doing(said: &str, named: &[&str]) -> bool {
    let mut written = words(said).skip_while(|word| Some(word) != named.first()).skip(1);
    let is_joined = written.next().is_none_or(|word| {
        FILLERS.contains(&plain(word).as_str())
            || tells_more(word)
            || named.last().is_some_and(|last| is_plural(last))
    });
    is_joined && named.first().is_some_and(|word| word.ends_with("ing"))
}

/// What all forms of a verb have in common.
fn stem(verb: &str) -> String {
    let verb = plain(verb);
    let known = FORMS.iter().find(|forms| forms.contains(&verb.as_str())).and_then(|forms| forms.first());
    known.map_or_else(|| root(&verb), |form| (*form).to_owned())
}

fn does_same(deed: &str, text: &str) -> bool {
    words(text).any(|word| stem(word) == stem(deed))
}

fn ends_in_past(verb: &str) -> bool {
    let verb = plain(verb);
    verb.ends_with("ed")
        || ["run", "done", "given", "held", "taken", "sat", "sung", "won", "taught", "led", "sold"]
            .contains(&verb.as_str())
}
