//! Which option of a choice suits the role aimed at.

use crate::view::Suggestion;
use ::roadmap::Roadmap;
use ::roadmap::item::{Item, Kind};

/// Words that say the same of a role: each stands for the first of its row.
const SAME: [&[&str]; 4] = [
    &["research", "researcher", "scientist", "science"],
    &["llm", "llms", "genai", "generative"],
    &["mlops", "devops", "infrastructure", "platform"],
    &["tech", "google", "meta", "amazon", "faang"],
];

/// Words of roles that tell none from another.
const COMMON: [&str; 12] =
    ["engineer", "engineers", "role", "roles", "for", "and", "or", "the", "focused", "oriented", "big", "ml"];

/// For each choice, the first option that is said to suit a role whose words share one with this role, or a
/// word that says the same; else the first whose own lines share one. Nothing is suggested without a match.
pub(super) fn suggestions(roadmap: &Roadmap, role: Option<&str>) -> Vec<Suggestion> {
    let Some(role) = role else { return Vec::new() };
    let choices = roadmap.walk().filter(|item| item.kind == Kind::Choice);
    choices
        .filter_map(|choice| {
            let options = || choice.children.iter().filter(|item| matches!(item.kind, Kind::Option { .. }));
            let suited = best(options(), |option| suits(option, role));
            let option = suited.or_else(|| best(options(), |option| speaks_of(option, role)))?;
            Some(Suggestion { choice: choice.id, option: option.id })
        })
        .collect()
}

/// The first of the options that score highest, if any scores.
fn best<'a>(options: impl Iterator<Item = &'a Item>, score: impl Fn(&Item) -> usize) -> Option<&'a Item> {
    let scored: Vec<(usize, &Item)> = options.map(|option| (score(option), option)).collect();
    let highest = scored.iter().map(|(score, _)| *score).max().filter(|highest| *highest > 0)?;
    scored.into_iter().find(|(score, _)| *score == highest).map(|(_, option)| option)
}

/// How many words of a role an option's own suitability shares, those that say the same included.
fn suits(option: &Item, role: &str) -> usize {
    let Kind::Option { suits: Some(said), .. } = &option.kind else { return 0 };
    let said: Vec<String> = words(said).map(same).collect();
    words(role).map(same).filter(|word| said.contains(word)).count()
}

/// How many words of a role stand in the lines of an option.
fn speaks_of(option: &Item, role: &str) -> usize {
    let lines: Vec<String> = option.walk().flat_map(|item| words(&item.text)).collect();
    words(role).filter(|word| lines.contains(word)).count()
}

/// The words that tell a role from others.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| word.len() > 1 && !COMMON.contains(&word.as_str()))
}

fn same(word: String) -> String {
    let row = SAME.iter().find(|row| row.contains(&word.as_str()));
    row.and_then(|row| row.first()).map_or(word, |first| (*first).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::roadmap::document;

    const DOCUMENT: &str = "# Plan

## Month 1: Work

### Week 1: One of these

**Hands-On (10 hours):**

Choose one:

**Option A: Warehouse**

For big tech roles

- Move boxes
- Train in Google Colab

**Option B: Pipeline**

For MLOps roles

- Keep models in production

**Option C: Paper**

For research-oriented roles

- Read one
";

    fn suggested(role: &str) -> Option<String> {
        let roadmap = document::import(DOCUMENT.as_bytes(), "plan.md").unwrap().roadmap;
        let suggestion = suggestions(&roadmap, Some(role)).pop()?;
        roadmap.find(suggestion.option).map(|option| option.text.clone())
    }

    #[test]
    fn a_role_picks_the_option_that_is_said_to_suit_it() {
        assert_eq!(suggested("MLOps Engineer").as_deref(), Some("Pipeline"));
        assert_eq!(suggested("Applied Scientist").as_deref(), Some("Paper"), "who does research");
        assert_eq!(suggested("Big Tech ML Engineer").as_deref(), Some("Warehouse"));
    }

    #[test]
    fn else_the_option_whose_lines_speak_of_it() {
        assert_eq!(suggested("Production ML Engineer").as_deref(), Some("Pipeline"));
    }

    #[test]
    fn nothing_is_suggested_where_no_word_tells() {
        assert_eq!(suggested("ML Engineer"), None);
        assert_eq!(suggested("Faang whisperer of cats").as_deref(), Some("Warehouse"), "said of the option");
        assert_eq!(suggested("Colab"), Some("Warehouse".to_owned()));
    }
}
