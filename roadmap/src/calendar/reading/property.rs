//! A property: its value, and the parameters that say how to read it (RFC 5545 sections 3.1 and 3.2).

/// A content line's value and parameters.
pub(super) struct Property<'a> {
    /// What stands between name and value.
    parameters: &'a str,
    /// The value, still escaped.
    pub(super) value: &'a str,
}

impl<'a> Property<'a> {
    /// Takes a line apart; none where it has no value. A colon in quotes does not begin the value.
    pub(super) fn read(line: &'a str) -> Option<Self> {
        let end = outside_quotes(line, ':')?;
        let (head, value) = (line.get(..end)?, line.get(end + 1..)?);
        let parameters = head.split_once(';').map_or("", |(_, parameters)| parameters);
        Some(Self { parameters, value })
    }

    /// The value of a parameter, without its quotes.
    pub(super) fn parameter(&self, wanted: &str) -> Option<&'a str> {
        let mut left = self.parameters;
        while !left.is_empty() {
            let end = outside_quotes(left, ';').unwrap_or(left.len());
            let (parameter, rest) = left.split_at(end);
            left = rest.strip_prefix(';').unwrap_or_default();
            if let Some((name, value)) = parameter.split_once('=')
                && name.eq_ignore_ascii_case(wanted)
            {
                return Some(value.trim().trim_matches('"'));
            }
        }
        None
    }

    /// True where the value is of that type, by its VALUE parameter (section 3.2.20).
    pub(super) fn is(&self, kind: &str) -> bool {
        self.parameter("VALUE").is_some_and(|value| value.eq_ignore_ascii_case(kind))
    }
}

/// The place of the first such character that no quotes are around.
fn outside_quotes(text: &str, wanted: char) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(at, letter)| {
        quoted ^= letter == '"';
        (letter == wanted && !quoted).then_some(at)
    })
}
