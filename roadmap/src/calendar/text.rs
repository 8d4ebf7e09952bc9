//! Text as calendars write it: escaped (RFC 5545 section 3.3.11) and folded (section 3.1).

/// The most octets of a line, its end not counted.
const LINE: usize = 75;

/// Text with what has a meaning of its own escaped. Control characters, which a calendar must not hold, are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for letter in text.chars() {
        match letter {
            '\n' if before == Some('\r') => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\t' => out.push('\t'),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
        before = Some(letter);
    }
    out
}

/// What escaped text means. An escape that isn't known stays as it is.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(plain @ ('\\' | ';' | ',' | ':' | '"')) => out.push(plain),
                Some(other) => out.extend(['\\', other]),
                None => out.push('\\'),
            },
            letter => out.push(letter),
        }
    }
    out
}

/// Adds a content line, folded after 75 octets at the most and never inside of a character.
pub(super) fn write_line(to: &mut String, line: &str) {
    let mut room = LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            to.push_str("\r\n ");
            room = LINE - 1;
        }
        to.push(letter);
        room -= letter.len_utf8();
    }
    to.push_str("\r\n");
}
