//! What stands between the ends of a range: a dash of any kind, or a word.

/// Words between the first and the last, in English and in Dutch, which calls weeks as English does.
const UNTIL: [&str; 8] = ["to ", "through ", "thru ", "until ", "till ", "t/m ", "tot en met ", "tot "];

/// The same in German, Spanish, Portuguese, French and Russian.
const UNTIL_ELSEWHERE: [&str; 8] = ["bis ", "a ", "al ", "à ", "au ", "até ", "по ", "до "];

/// What stands between one and the next, in English and in Dutch.
const AND: [&str; 4] = ["&", "+ ", "and ", "en "];

/// The same in those other languages.
const AND_ELSEWHERE: [&str; 6] = ["und ", "u. ", "y ", "e ", "et ", "и "];

/// Which languages words are read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    /// English.
    English,
    /// English and the others that are known.
    Any,
}

/// True for a dash, hyphen or minus of any kind.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// What follows what stands between the first and the last: "–", "--", "~", "..", "to".
pub(super) fn behind_until(text: &str, tongue: Tongue) -> Option<&str> {
    let text = text.trim_start();
    // Three dots are words left out.
    let dots = || text.strip_prefix("..").filter(|rest| !rest.starts_with('.'));
    let dash = || text.strip_prefix(|c: char| is_dash(c) || matches!(c, '~' | '→')).or_else(dots);
    let more =
        |rest| ["--", "-"].iter().find_map(|more| text.strip_prefix('-')?.strip_prefix(more)).unwrap_or(rest);
    dash().map(more).or_else(|| behind_word(text, &UNTIL, &UNTIL_ELSEWHERE, tongue)).map(str::trim_start)
}

/// What follows what stands between one and the next: "&", "and".
pub(super) fn behind_and(text: &str, tongue: Tongue) -> Option<&str> {
    behind_word(text.trim_start(), &AND, &AND_ELSEWHERE, tongue).map(str::trim_start)
}

fn behind_word<'a>(text: &'a str, words: &[&str], others: &[&str], tongue: Tongue) -> Option<&'a str> {
    let others = others.iter().filter(|_| tongue == Tongue::Any);
    words.iter().chain(others).find_map(|word| text.strip_prefix(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_dash_and_word_is_passed() {
        for dash in [
            "-", "‐", "‑", "‒", "–", "—", "―", "−", "－", "﹣", "﹘", "--", "---", " -- ", "~", "→", " to ",
            "..", " .. ", " t/m ",
        ] {
            assert_eq!(behind_until(&format!("{dash}4"), Tongue::English), Some("4"), "{dash}");
        }
        assert_eq!(behind_until(" bis 4", Tongue::Any), Some("4"));
        assert_eq!(behind_until(" bis 4", Tongue::English), None);
        for text in ["today", "... 4", "tot4"] {
            assert_eq!(behind_until(text, Tongue::Any), None, "{text}");
        }
        assert_eq!(behind_and(" & 4", Tongue::English), Some("4"));
    }
}
