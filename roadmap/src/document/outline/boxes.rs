//! Boxes that Markdown does not know of: brackets before the words of a heading or of a table's cell, and signs
//! such as ☐ and ☑.

use crate::item::TaskBox;

/// Signs that are boxes wherever they stand before words, and whether each is ticked.
const BALLOTS: [(char, bool); 4] = [('☐', false), ('☑', true), ('☒', true), ('⬜', false)];

/// Pictures that can say whether something is done, and often only decorate.
const PICTURES: [(char, bool); 5] = [('✅', true), ('✔', true), ('✓', true), ('❌', false), ('✗', false)];

/// The sign that a box becomes which is written as a sign. Both are as long as all signs are.
const WRITTEN: [char; 2] = ['☐', '☑'];

/// A box at the beginning of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) struct Found {
    /// The bytes before its mark.
    pub(in crate::document) at: usize,
    /// The bytes up to its end.
    pub(in crate::document) end: usize,
    /// Whether it is ticked.
    pub(in crate::document) ticked: bool,
    /// True for a picture, which may only decorate.
    pub(in crate::document) is_picture: bool,
}

impl Found {
    /// The box in a text whose words begin at that byte.
    pub(super) const fn task(self, start: usize) -> TaskBox {
        TaskBox { mark: start + self.at, ticked: self.ticked }
    }
}

/// The brackets that a text begins with: "[ ] Sing".
pub(in crate::document) fn brackets(text: &str) -> Option<Found> {
    let ticked = match text.as_bytes() {
        [b'[', b' ', b']', ..] => false,
        [b'[', b'x' | b'X', b']', ..] => true,
        _ => return None,
    };
    let ends = text.get(3..)?.chars().next().is_none_or(|c| c.is_whitespace() || c == '|');
    ends.then_some(Found { at: 1, end: 3, ticked, is_picture: false })
}

/// The sign that a text begins with, where words follow: "☐ Sing". One that stands beside others explains
/// them: "☐ open, ☑ done".
pub(in crate::document) fn sign(text: &str) -> Option<Found> {
    let first = text.chars().next()?;
    let (ticked, is_picture) = state(first)?;
    let end = first.len_utf8();
    let rest = text.get(end..)?.trim_start_matches('\u{fe0f}');
    let explains = rest.trim_start().starts_with(['=', ':', '-', '–', '—', '→']);
    let says = rest.starts_with(char::is_whitespace) && rest.chars().any(char::is_alphanumeric) && !explains;
    let is_legend = rest.chars().any(|c| state(c).is_some());
    (says && !is_legend).then_some(Found { at: 0, end, ticked, is_picture })
}

/// The sign that a cell of a table holds and nothing else: "| ☐ | Sing |". Pictures are none: they may say of anything
/// whether it is so.
pub(super) fn in_cell(text: &str) -> Option<Found> {
    let first = text.chars().next()?;
    let (ticked, is_picture) = state(first)?;
    let end = first.len_utf8();
    let rest = text.get(end..)?.trim_start_matches('\u{fe0f}').trim_start();
    let is_alone = rest.is_empty() || rest.starts_with('|');
    (is_alone && !is_picture).then_some(Found { at: 0, end, ticked, is_picture })
}

/// Whether a picture says that something is done; none for any other sign.
pub(in crate::document) fn picture(sign: char) -> Option<bool> {
    state(sign).filter(|(_, is_picture)| *is_picture).map(|(ticked, _)| ticked)
}

/// Whether a sign is ticked, and whether it is a picture.
fn state(sign: char) -> Option<(bool, bool)> {
    let among =
        |signs: &[(char, bool)]| signs.iter().find(|(known, _)| *known == sign).map(|(_, ticked)| *ticked);
    among(&BALLOTS).map(|ticked| (ticked, false)).or_else(|| Some((among(&PICTURES)?, true)))
}

/// Whether the box with its mark at that byte is ticked; none where there is none.
pub(in crate::document) fn at_mark(source: &str, mark: usize) -> Option<bool> {
    let sign = source.get(mark..)?.chars().next()?;
    if let Some((ticked, _)) = state(sign) {
        return Some(ticked);
    }
    let bytes = source.as_bytes();
    let at = |place: Option<usize>| place.and_then(|place| bytes.get(place));
    // To Markdown a vertical tab and a form feed are white space as well, also between brackets.
    let is_space = |byte: u8| byte.is_ascii_whitespace() || byte == b'\x0b';
    let is_edge = |byte: Option<&u8>| byte.is_none_or(|byte| is_space(*byte) || *byte == b'|');
    let is_blank = matches!(sign, ' ' | '\t' | '\x0b' | '\x0c');
    let holds = is_blank || sign.is_ascii_graphic() && !matches!(sign, '[' | ']');
    let is_box = holds
        && at(mark.checked_sub(1)) == Some(&b'[')
        && at(mark.checked_add(1)) == Some(&b']')
        // Behind "<br>" in a cell, and behind the mark of a remark in a fence, a box stands without a space before it.
        && (is_edge(at(mark.checked_sub(2))) || matches!(at(mark.checked_sub(2)), Some(b'>' | b'#' | b'/')))
        && is_edge(at(mark.checked_add(2)));
    is_box.then_some(!is_blank)
}

/// What a mark becomes that is to be ticked or open, as long as it was: a letter or a space between brackets, and
/// for a sign one that is a box everywhere.
pub(in crate::document) fn marked(mark: char, ticked: bool) -> char {
    match (mark.is_ascii(), ticked) {
        (true, true) => 'x',
        (true, false) => ' ',
        (false, ticked) => WRITTEN[usize::from(ticked)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_may_hold_any_white_space() {
        for blank in [' ', '\t', '\x0b', '\x0c'] {
            assert_eq!(at_mark(&format!("- [{blank}]{blank}Sing"), 3), Some(false), "{blank:?}");
        }
        assert_eq!(at_mark("- [\r] Sing", 3), None);
    }

    #[test]
    fn boxes_stand_before_words() {
        assert_eq!(brackets("[x] Sing").map(|found| found.ticked), Some(true));
        assert_eq!(brackets("[ ]").map(|found| found.ticked), Some(false));
        assert_eq!(sign("☑\u{fe0f} Sing").map(|found| (found.ticked, found.is_picture)), Some((true, false)));
        assert_eq!(sign("❌ Sing").map(|found| (found.ticked, found.is_picture)), Some((false, true)));
        for text in ["[x](href)", "[1] Sing", "[ ]a", "", "[x"] {
            assert_eq!(brackets(text), None, "{text}");
        }
        for text in ["☐", "☐☐☐", "☐ open, ☑ done", "✔✔ Sing", "✅Sing", "→ Sing"] {
            assert_eq!(sign(text), None, "{text}");
        }
    }

    #[test]
    fn a_sign_alone_in_a_cell_is_a_box() {
        for (text, ticked) in [("☐", false), ("☑ | Sing", true), ("☑\u{fe0f} ", true), ("⬜ |", false)]
        {
            assert_eq!(in_cell(text).map(|found| found.ticked), Some(ticked), "{text}");
        }
        for text in ["☐ Sing", "☐☐", "☐ / ☑", "✅", "❌ | Sing", "☐ open | Sing", "x", ""] {
            assert_eq!(in_cell(text), None, "{text}");
        }
    }

    #[test]
    fn all_signs_are_equally_long() {
        let signs = BALLOTS.iter().chain(&PICTURES).map(|(sign, _)| *sign).chain(WRITTEN);
        assert!(signs.into_iter().all(|sign| sign.len_utf8() == 3));
    }
}
