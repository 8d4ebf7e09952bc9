//! What a line tells of the things it counts: letters sent are others than letters answered, and faces
//! in oil others than faces sketched.

use super::counted::Counted;
use super::words::{plain, root, words};
use crate::document::Figure;

/// Verbs that don't end in "ed", or say no more than that something was done, each with what stands
/// for all its forms.
const DEEDS: [(&str, &str); 78] = [
    ("completed", DONE),
    ("complete", DONE),
    ("finished", DONE),
    ("finish", DONE),
    ("done", DONE),
    ("did", DONE),
    ("do", DONE),
    ("held", DONE),
    ("hold", DONE),
    ("had", DONE),
    ("have", DONE),
    ("made", DONE),
    ("make", DONE),
    ("reached", DONE),
    ("reach", DONE),
    ("sent", "send"),
    ("send", "send"),
    ("took", "take"),
    ("take", "take"),
    ("got", "get"),
    ("get", "get"),
    ("gave", "give"),
    ("give", "give"),
    ("ran", "run"),
    ("run", "run"),
    ("wrote", "write"),
    ("written", "write"),
    ("write", "write"),
    ("read", "read"),
    ("built", "build"),
    ("build", "build"),
    ("sang", "sing"),
    ("sung", "sing"),
    ("sing", "sing"),
    ("learnt", "learn"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("taught", "teach"),
    ("won", "win"),
    ("met", "meet"),
    ("drew", "draw"),
    ("drawn", "draw"),
    ("draw", "draw"),
    ("sold", "sell"),
    ("sell", "sell"),
    ("bought", "buy"),
    ("buy", "buy"),
    ("found", "find"),
    ("find", "find"),
    ("kept", "keep"),
    ("keep", "keep"),
    ("lost", "lose"),
    ("heard", "hear"),
    ("hear", "hear"),
    ("seen", "see"),
    ("eaten", "eat"),
    ("grown", "grow"),
    ("grow", "grow"),
    ("sewn", "sew"),
    ("sew", "sew"),
    ("sown", "sow"),
    ("shot", "shoot"),
    ("thrown", "throw"),
    ("throw", "throw"),
    ("caught", "catch"),
    ("catch", "catch"),
    ("paid", "pay"),
    ("swum", "swim"),
    ("swam", "swim"),
    ("swim", "swim"),
    ("ridden", "ride"),
    ("ride", "ride"),
    ("known", "know"),
    ("chosen", "choose"),
    ("told", "tell"),
    ("cut", "cut"),
    ("bound", "bind"),
    ("spent", "spend"),
];

/// What stands for all verbs that say no more than that something was done.
const DONE: &str = "do";

/// Deeds that a day's work comes to, whatever its verb: who writes letters sends them.
const PLAIN: [&str; 5] = [DONE, "send", "take", "get", "give"];

/// Words behind which the kind of a thing is told, where they tell of no time.
const JOINS: [&str; 12] =
    ["in", "on", "for", "to", "with", "from", "of", "by", "about", "without", "through", "at"];

/// Words that tell when or how many, and nothing of the kind.
const NO_KIND: [&str; 16] = [
    "day", "days", "week", "weeks", "weekend", "weekends", "month", "months", "year", "years", "end",
    "total", "all", "least", "average", "phase",
];

/// What is told of a thing beside its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// What has been done with it: the root of the verb.
    deed: Option<String>,
    /// The roots of what follows: "in oil".
    tail: Vec<String>,
}

impl Told {
    /// Reads what a count tells: "solved" in "Solved 50 problems" and "50 problems solved". Where a
    /// preposition joins the verb, it is told already.
    pub(super) fn of(figure: &Figure<'_>, counted: &Counted) -> Self {
        if counted.deed.is_some() {
            return Self::default();
        }
        let clause = figure.after.split(['.', ',', ';', ':', '(', '–', '—', '→']).next().unwrap_or_default();
        let named = if figure.measure.unit.is_empty() { 0 } else { words(&counted.thing.said).count() };
        let behind: Vec<&str> = words(clause).skip(named).collect();
        let after = behind.first().and_then(|word| deed(word));
        let rest = behind.get(usize::from(after.is_some())..).unwrap_or_default();
        Self { deed: words(figure.before).next().and_then(deed).or(after), tail: tail(rest) }
    }

    /// What is done in a line that asks for so many a day or week: "Write" in "Write 5 letters a day".
    pub(super) fn of_work(figure: &Figure<'_>) -> Self {
        let deed = words(figure.before).next().map(|word| deed(word).unwrap_or_else(|| root(word)));
        Self { deed, tail: Vec::new() }
    }

    /// How many words it is told with.
    pub(super) const fn words(&self) -> usize {
        self.deed.is_some() as usize + self.tail.len()
    }

    /// True where both can't be told of the same things. What tells nothing goes with any.
    pub(super) fn is_other(&self, other: &Self) -> bool {
        let within = |a: &Self, b: &Self| a.tail.iter().all(|word| b.tail.contains(word));
        // "Faces sketched" beside "faces in oil".
        let only_deed = |a: &Self, b: &Self| {
            a.tail.is_empty() && b.deed.is_none() && !b.tail.is_empty() && a.deed.as_deref() != Some(DONE)
        };
        match (&self.deed, &other.deed) {
            (Some(own), Some(others)) if own != others => true,
            (Some(_), None) if only_deed(self, other) => true,
            (None, Some(_)) if only_deed(other, self) => true,
            _ => !within(self, other) && !within(other, self),
        }
    }

    /// True for what any work on such things comes to: no more is told than that it is done.
    pub(super) fn is_plain(&self) -> bool {
        self.tail.is_empty() && self.deed.as_deref().is_none_or(|deed| PLAIN.contains(&deed))
    }

    /// True where both name the same deed.
    pub(super) fn does_same(&self, other: &Self) -> bool {
        self.deed.is_some() && self.deed == other.deed
    }
}

/// What stands for a verb; none for a word that tells of nothing done.
fn deed(word: &str) -> Option<String> {
    let word = plain(word);
    let known = DEEDS.iter().find(|(form, _)| *form == word).map(|(_, deed)| (*deed).to_owned());
    known.or_else(|| word.ends_with("ed").then(|| root(&word)))
}

fn tail(words: &[&str]) -> Vec<String> {
    let joins = words.first().is_some_and(|word| JOINS.contains(&plain(word).as_str()));
    let of_time = |word: &&str| {
        NO_KIND.contains(&plain(word).as_str()) || word.starts_with(|letter: char| letter.is_ascii_digit())
    };
    if !joins || words.iter().any(of_time) {
        return Vec::new();
    }
    words.iter().map(|word| root(word)).collect()
}
