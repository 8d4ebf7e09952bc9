//! Text as calendars write it, escaped (RFC 5545 section 3.3.11).

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
