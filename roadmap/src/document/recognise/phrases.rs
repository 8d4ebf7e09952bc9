//! Looking for words in a text, whatever their case and ending.

/// The words of a text in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// True where the words hold the phrase. A phrase is one or more words with spaces between; one
/// that ends in `*` stands for every word that begins so.
pub(super) fn holds(words: &[String], phrase: &str) -> bool {
    find(words, phrase).is_some()
}

/// Where the phrase begins among the words.
pub(super) fn find(words: &[String], phrase: &str) -> Option<usize> {
    let parts: Vec<&str> = phrase.split(' ').collect();
    words
        .windows(parts.len())
        .position(|window| window.iter().zip(&parts).all(|(word, part)| fits(word, part)))
}

/// True where the words are the phrase and nothing else.
pub(super) fn are(words: &[String], phrase: &str) -> bool {
    words.len() == phrase.split(' ').count() && holds(words, phrase)
}

fn fits(word: &str, part: &str) -> bool {
    part.strip_suffix('*').map_or(word == part, |stem| word.starts_with(stem))
}

/// A text before and after the first dash that has spaces around it and stands in no brackets.
pub(super) fn at_dash(text: &str) -> (&str, Option<&str>) {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '-' | '–' | '—' if depth == 0 && before == ' ' => {
                let (head, tail) = text.split_at(at);
                let tail = tail.trim_start_matches(c);
                if !head.trim().is_empty() && tail.starts_with(' ') && !tail.trim().is_empty() {
                    return (head.trim_end(), Some(tail.trim()));
                }
            }
            _ => {}
        }
        before = c;
    }
    (text, None)
}

/// A text without its last brackets, and what stood in them.
pub(super) fn at_brackets(text: &str) -> (&str, Option<&str>) {
    text.trim_end()
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .filter(|(before, inside)| !before.trim().is_empty() && !inside.contains(')'))
        .map_or((text, None), |(before, inside)| (before.trim_end(), Some(inside.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_whole_words_and_stems() {
        let words = words("Mock Interviews, system-design");
        assert!(holds(&words, "interview*"));
        assert!(holds(&words, "system design"));
        assert!(!holds(&words, "interview"));
        assert!(!are(&words, "mock interviews"));
    }

    #[test]
    fn a_dash_needs_spaces_around_it() {
        assert_eq!(
            at_dash("End-to-end test - with care - and joy"),
            ("End-to-end test", Some("with care - and joy"))
        );
        assert_eq!(at_dash("End-to-end"), ("End-to-end", None));
        assert_eq!(at_dash("A duet (part 2 - the end)"), ("A duet (part 2 - the end)", None));
        assert_eq!(at_dash("A duet – the end"), ("A duet", Some("the end")));
    }

    #[test]
    fn brackets_at_the_end_come_off() {
        assert_eq!(at_brackets("Choir (free)"), ("Choir", Some("free")));
        assert_eq!(at_brackets("(free)"), ("(free)", None));
        assert_eq!(at_brackets("Choir (free) now"), ("Choir (free) now", None));
    }
}
