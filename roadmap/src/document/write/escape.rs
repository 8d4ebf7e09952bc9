//! Words as Markdown, so that they are read as they were typed.

/// A text as words of a line.
pub(super) fn words(text: &str) -> String {
    escaped(text, false)
}

/// A text as words of a table's cell.
pub(super) fn cell(text: &str) -> String {
    escaped(text, true)
}

fn escaped(text: &str, in_table: bool) -> String {
    let mut out = String::with_capacity(text.len());
    if begins_a_block(text) {
        out.push('\\');
    }
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = number > 0 && text.get(number..).is_some_and(|rest| rest.starts_with(['.', ')']));
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let after = rest.chars().nth(1).unwrap_or(' ');
        let escape = match c {
            '|' => in_table,
            '\\' => after.is_ascii_punctuation(),
            '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '&' => is_entity(rest),
            '#' => at > 0 && before.is_whitespace(),
            '.' | ')' => numbered && at == number,
            _ => false,
        };
        if escape {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// True where the first character would begin a heading, list, quote or the line under a heading.
fn begins_a_block(text: &str) -> bool {
    text.starts_with(['#', '-', '+', '>', '='])
}

/// True for `&amp;` and its like; the sign in "R&D" or in an address is itself.
fn is_entity(text: &str) -> bool {
    let name = text.trim_start_matches(['&', '#']);
    let len = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    len > 0 && name.get(len..).is_some_and(|rest| rest.starts_with(';'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline;

    #[test]
    fn words_come_back_as_they_were_typed() {
        for text in [
            "Scales & arpeggios *slowly*",
            "[draft] C# in a_minor, _not_ B♭",
            "# 1 of 3 #",
            "- minus one",
            "+1",
            "> more",
            "1. First",
            "12) Twelfth",
            "a \\ b \\* c",
            "&amp; and &#38; and R&D",
            "<b>bold</b> ~~gone~~ `code`",
            "==",
            "***",
            "a | b",
            "https://example.org/a_b_c?d=*e*&f=g",
            "trailing \\",
        ] {
            for source in [format!("- {}\n", words(text)), format!("## {}\n", words(text))] {
                let nodes = outline::read(&source);
                assert_eq!(nodes[0].text(), text, "{source}");
                assert_eq!(nodes.len(), 1, "{source}");
            }
        }
    }

    #[test]
    fn a_bar_in_a_cell_parts_nothing() {
        let nodes = outline::read(&format!("| a | b |\n|---|---|\n| {} | c |\n", cell("x | *y*")));
        assert_eq!(nodes[0].children[0].text(), "x | *y* | c");
    }
}
