//! Words compared whatever their ending: what is counted ("mock interviews"), and of what kind.

/// Words that make another thing of what follows: a mock interview is no interview.
const MAKES_OTHER: [&str; 12] = [
    "mock", "trial", "practice", "practise", "test", "draft", "sample", "half", "mini", "dummy", "fake",
    "optional",
];

/// Words behind which a thing is told about.
const TELLS_MORE: [&str; 26] = [
    "in", "on", "for", "to", "with", "per", "at", "from", "by", "of", "before", "after", "that", "which",
    "who", "about", "every", "each", "within", "until", "using", "where", "as", "or", "through", "without",
];

/// Nouns with a plural of their own.
const IRREGULAR: [(&str, &str); 6] = [
    ("people", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("halves", "half"),
    ("lives", "life"),
];

/// Endings that make a verb or another noun of a word, the longest first.
const ENDINGS: [&str; 16] = [
    "ications", "ication", "ations", "ation", "itions", "ition", "ments", "ment", "ance", "ings", "ing",
    "ion", "ied", "ed", "al", "y",
];

/// The fewest letters of a root.
const ROOT: usize = 4;

/// The words of a text, hyphens within them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')));
    parts.map(|word| word.trim_matches(['-', '\'', '’'])).filter(|word| !word.is_empty())
}

/// True for a unit of hours, whatever follows it: "h", "hours/week".
pub(super) fn is_hours(unit: &str) -> bool {
    let unit = unit.split(['/', ' ']).next().unwrap_or_default().to_lowercase();
    ["h", "hr", "hrs", "hour", "hours"].contains(&unit.as_str())
}

/// A word in lower case, without hyphens.
pub(super) fn plain(word: &str) -> String {
    word.to_lowercase().replace('-', "")
}

/// A word in lower case and in the singular.
pub(super) fn singular(word: &str) -> String {
    let mut word = plain(word);
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return (*one).to_owned();
    }
    if word.len() > 4 && word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ["sses", "shes", "ches", "xes", "zzes"].iter().any(|end| word.ends_with(end)) {
        word.truncate(word.len() - 2);
    } else if word.len() > 2
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
    {
        word.pop();
    }
    word
}

/// True for a word in the plural.
pub(super) fn is_plural(word: &str) -> bool {
    singular(word) != plain(word)
}

/// True for a word that makes another thing of what follows.
pub(super) fn is_kind(word: &str) -> bool {
    MAKES_OTHER.contains(&plain(word).as_str())
}

/// True for a word behind which a thing is told about: "essays on music".
pub(super) fn tells_more(word: &str) -> bool {
    TELLS_MORE.contains(&plain(word).as_str())
}

/// What a verb and its noun have in common: "apply", "applied", "application".
pub(super) fn root(word: &str) -> String {
    let mut word = singular(word);
    // "applying" ends in two of them.
    for _ in 0..2 {
        let ending = ENDINGS.iter().find(|end| word.len() >= ROOT + end.len() && word.ends_with(**end));
        match ending {
            Some(end) => word.truncate(word.len() - end.len()),
            None => break,
        }
    }
    if word.len() > ROOT && word.ends_with('e') {
        word.pop();
    }
    word
}

/// A thing that is counted or made: its noun, and what kind of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Thing {
    /// The noun, in the singular.
    pub(super) noun: String,
    /// The words before it, in the singular.
    pub(super) kinds: Vec<String>,
    /// All of it as the document says it.
    pub(super) said: String,
}

impl Thing {
    /// Reads words as a thing; what follows a plural is left out ("problems solved daily").
    pub(super) fn of(words: &[&str]) -> Option<Self> {
        let last = words.iter().rposition(|word| is_plural(word)).or(words.len().checked_sub(1))?;
        let noun = words.get(last).filter(|word| word.starts_with(char::is_alphabetic))?;
        let before = words.get(..last).unwrap_or_default();
        let said = before.iter().chain([noun]).copied().collect::<Vec<_>>().join(" ");
        Some(Self { noun: singular(noun), kinds: before.iter().map(|word| singular(word)).collect(), said })
    }

    /// True where both can mean the same: "blog posts" and "posts", but not "mock interviews" and
    /// "interviews", nor "blog posts" and "guest posts".
    pub(super) fn fits(&self, other: &Self) -> bool {
        let within = |a: &Self, b: &Self| a.kinds.iter().all(|kind| b.kinds.contains(kind));
        self.noun == other.noun
            && (within(self, other) || within(other, self))
            && MAKES_OTHER.iter().all(|kind| self.is(kind) == other.is(kind))
    }

    fn is(&self, kind: &str) -> bool {
        self.kinds.iter().any(|own| own == kind)
    }

    /// It in the singular, as the document says it: "blog post".
    pub(super) fn one(&self) -> String {
        let before = self.said.rsplit_once(' ').map_or("", |(before, _)| before);
        format!("{before} {}", self.noun).trim_start().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(text: &str) -> Thing {
        Thing::of(&words(text).collect::<Vec<_>>()).expect("a thing")
    }

    #[test]
    fn a_verb_and_its_noun_share_a_root() {
        for words in [
            ["applied", "applications"],
            ["rehearsed", "rehearsals"],
            ["presented", "presentations"],
            ["recorded", "recordings"],
            ["perform", "performances"],
            ["compete", "competitions"],
        ] {
            assert_eq!(root(words[0]), root(words[1]), "{words:?}");
        }
        assert_ne!(root("projects"), root("problems"));
    }

    #[test]
    fn the_same_thing_may_be_said_with_more_or_fewer_words() {
        assert!(thing("blog posts").fits(&thing("posts")));
        assert!(thing("coding problems solved").fits(&thing("ML coding problem")));
        assert!(!thing("blog posts").fits(&thing("guest posts")));
        assert!(!thing("mock interviews").fits(&thing("interviews")));
        assert!(!thing("half marathons").fits(&thing("marathon")));
    }
}
