//! Options and what says to pick one of them: "Choose one", "Option B: Choir", "For research roles".

use super::phrases::{Terms, at_dash};
use super::ranges::is_dash;
use crate::document::outline::{Node, Shape};

/// What says to pick one begins with one of these.
const VERBS: [&str; 3] = ["choose", "pick", "select"];
/// What says so in German, Italian, Spanish, Portuguese, French, Dutch and Russian, and the words for one of them.
const VERBS_ELSEWHERE: [(&[&str], &[&str]); 7] = [
    (&["wähle", "wählen"], &["eins", "eine", "einen", "eines"]),
    (&["scegli", "scegliere", "scegliete"], &["uno", "una"]),
    (&["elige", "elegir", "escoge", "escoger"], &["uno", "una"]),
    (&["escolha", "escolhe", "escolher"], &["um", "uma"]),
    (&["choisis", "choisissez", "choisir"], &["un", "une"]),
    (&["kies"], &["een", "één"]),
    (&["выбери", "выберите", "выбрать"], &["один", "одну", "одно"]),
];
/// What says so without a verb, and with no other words.
const EITHER: [&str; 5] =
    ["either", "either of these", "either of the following", "one of these", "one of the following"];
/// What stands between an option's letter and its title.
const MARKS: [char; 7] = [':', ')', '.', '-', '–', '—', ' '];

/// An option's letter and title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choosable {
    /// Its letter or number.
    pub(super) label: String,
    /// Its title.
    pub(super) title: String,
    /// What stands in brackets before its title: "recommended".
    pub(super) note: Option<String>,
}

impl Choosable {
    /// The option whose label was read apart from what follows its colon: "Option A (recommended)" and "Choir".
    pub(super) fn followed_by(self, rest: &str) -> Self {
        let aside = self.title.strip_prefix('(').and_then(|aside| aside.strip_suffix(')'));
        match aside {
            _ if rest.is_empty() => self,
            Some(aside) => Self { note: Some(aside.to_owned()), title: rest.to_owned(), ..self },
            None if self.title.is_empty() => Self { title: rest.to_owned(), ..self },
            None => self,
        }
    }
}

/// An option's letter and title: "Option B: Choir".
pub(super) fn option(text: &str) -> Option<Choosable> {
    let rest = text.strip_prefix("Option").or_else(|| text.strip_prefix("option"))?;
    let rest = rest.strip_prefix([' ', '#', '\u{a0}'])?.trim_start();
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let label = rest.get(..end).filter(|label| (1..=2).contains(&label.len()))?;
    let rest = rest.get(end..)?;
    let (note, rest) = aside_at(rest).map_or((None, rest), |(note, rest)| (Some(note.to_owned()), rest));
    let title = rest.trim_start_matches(MARKS).trim();
    Some(Choosable { label: label.to_owned(), title: title.trim_end_matches(':').to_owned(), note })
}

/// True for a text that begins with an option and a mark behind it: "Option B: Choir", "Option B (slow):", "Option B -
/// Choir", and not "Option B is slow".
pub(in crate::document) fn is_marked_option(text: &str) -> bool {
    let marked = |label: &str| {
        let after = label.get(label.chars().next()?.len_utf8()..)?;
        let behind = after.strip_prefix(' ');
        let aside = || behind.is_some_and(|rest| rest.starts_with('(') && rest.contains("):"));
        let dash = || behind.is_some_and(|rest| rest.starts_with(is_dash) && at_dash(text).1.is_some());
        Some(label.starts_with(char::is_alphanumeric) && (after.starts_with([':', ')']) || aside() || dash()))
    };
    text.strip_prefix("Option ").and_then(marked).unwrap_or(false)
}

/// The brackets that a text begins with where a mark and words follow them: "(recommended): Choir".
fn aside_at(text: &str) -> Option<(&str, &str)> {
    let (aside, rest) = text.trim_start().strip_prefix('(')?.split_once(')')?;
    let after = rest.trim_start();
    let is_parted = after.starts_with([':', '-', '–', '—']) && !after.trim_matches(MARKS).is_empty();
    (is_parted && !aside.contains('(')).then_some((aside, rest))
}

/// Whom an option suits: "For research roles".
pub(super) fn suits(text: &str) -> Option<&str> {
    ["For ", "Best for ", "Suits ", "Good for ", "Ideal for ", "Best for: ", "Suits: "]
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .map(|rest| rest.trim_start_matches(':').trim())
        .filter(|rest| !rest.is_empty())
}

/// True for what says to pick one of what follows.
pub(super) fn chooses(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    // Nearly every heading is asked, and most begin with another word.
    first.is_some_and(begins_choice) && are_choice(&Terms::of(text))
}

/// True for a word that what says to pick one may begin with.
fn begins_choice(word: &str) -> bool {
    let is = |known: &&str| {
        known.len() == word.len() && known.chars().eq(word.chars().flat_map(char::to_lowercase))
    };
    VERBS.iter().chain(&["either", "one"]).any(is)
        || VERBS_ELSEWHERE.iter().any(|(verbs, _)| verbs.iter().any(is))
}

/// True for words without a colon that say to pick one of what follows: "Pick one of these".
pub(super) fn picks_one(text: &str) -> bool {
    // In other languages they always name one.
    let is_elsewhere = |words: &Terms| words.iter().next().is_some_and(|verb| !VERBS.contains(&verb));
    let names_one = |words: &Terms| words.hold_any(&["one", "1"]) || is_elsewhere(words);
    chooses(text) && names_one(&Terms::of(text))
}

/// True where the title of a heading says to pick one of the lines in the list below it, and no label takes them.
pub(super) fn picks_below(title: &str, node: &Node) -> bool {
    let is_prose =
        |below: &&Node| below.shape == Shape::Line && below.words.lead == 0 && !below.text().ends_with(':');
    // "Pick one project and build it" says what to do with it.
    let goes_on = || Terms::of(title).hold_any(&["and", "to", "then"]);
    picks_one(title)
        && !goes_on()
        && node.children.iter().skip_while(is_prose).take(2).filter(|below| below.is_list_line()).count() == 2
}

/// True for a line of a list that says to pick one of those below it.
pub(super) fn are_below(line: &Node) -> bool {
    line.task.is_none()
        && line.text().ends_with(':')
        && line.children.iter().filter(|below| below.is_list_line()).nth(1).is_some()
        && chooses(line.text())
}

/// True for "Choose one", "Pick a single one, by the role you are after".
pub(super) fn are_choice(words: &Terms) -> bool {
    let mut rest = words.iter();
    let Some(verb) = rest.next() else { return false };
    if VERBS.contains(&verb) {
        return rest
            .take(3)
            .any(|word| ["one", "1", "based", "between", "from", "your", "any"].contains(&word));
    }
    let ones = || VERBS_ELSEWHERE.iter().find(|(verbs, _)| verbs.contains(&verb)).map(|(_, ones)| *ones);
    words.are_any(&EITHER) || ones().is_some_and(|ones| rest.take(3).any(|word| ones.contains(&word)))
}
