//! What HTML folds away: `<details><summary>Week 1</summary>`. A summary that names a part of the way is a heading.

use crate::document::recognise::names_part;
use std::ops::Range;

/// The deepest level that a heading of Markdown has.
pub(super) const DEEPEST: u8 = 6;

/// The tags of what folds away.
const TAGS: [&str; 4] = ["<details", "</details", "<summary", "</summary"];

/// What is folded away at the present place of the document.
#[derive(Debug, Default)]
pub(super) struct Details {
    /// The level of the last heading that is none of these.
    above: u8,
    /// How many are open.
    open: u8,
    /// How many were open at the last summary that names a part of the way.
    part: Option<u8>,
}

impl Details {
    /// Notes that a heading of that level begins outside of HTML.
    pub(super) const fn end_at_heading(&mut self, level: u8) {
        (self.above, self.part) = (level, None);
    }

    /// Reads a block of HTML: the summaries that are headings, each with its level and where its words stand. Beside
    /// one that names a part of the way, others are headings too.
    pub(super) fn read(&mut self, html: &str) -> Vec<(u8, Range<usize>)> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = html.get(from..).and_then(|rest| rest.find('<')).map(|at| from + at) {
            let rest = html.get(at..).unwrap_or_default();
            from = at + 1;
            if rest.starts_with("<details") {
                self.open = self.open.saturating_add(1);
            } else if rest.starts_with("</details") {
                self.open = self.open.saturating_sub(1);
            } else if rest.starts_with("<summary") {
                // One that is never closed is none, and neither is any behind it.
                let Some(end) = rest.find("</summary").map(|end| at + end) else { break };
                from = end;
                found.extend(self.summary(html, at, end));
            }
        }
        found
    }

    fn summary(&mut self, html: &str, at: usize, end: usize) -> Option<(u8, Range<usize>)> {
        let tag = html.get(at..end)?;
        let inside = tag.get(tag.find('>')? + 1..)?;
        let start = end - inside.trim_start().len();
        let words = start..start + inside.trim().len();
        if names_part(&without_tags(inside)) {
            self.part = Some(self.open);
        } else if self.part.is_none_or(|part| self.open > part) || words.is_empty() {
            return None;
        }
        Some((self.above.saturating_add(self.open.max(1)).min(DEEPEST), words))
    }
}

/// A text without the tags in it.
pub(super) fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (at, part) in html.split('<').enumerate() {
        text.push_str(if at == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) });
    }
    text.trim().to_owned()
}

/// True for a line of such tags and nothing else.
pub(super) fn are_only_tags(line: &str) -> bool {
    let mut rest = line.trim();
    while TAGS.iter().any(|tag| rest.starts_with(tag)) {
        let Some((_, after)) = rest.split_once('>') else { return false };
        rest = after.trim_start();
    }
    rest.is_empty() && !line.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(blocks: &[&str]) -> Vec<(u8, String)> {
        let mut details = Details::default();
        details.end_at_heading(1);
        let words = |block: &&str| {
            let found = details.read(block);
            found.into_iter().map(|(level, words)| (level, without_tags(&block[words]))).collect::<Vec<_>>()
        };
        blocks.iter().flat_map(words).collect()
    }

    #[test]
    fn a_summary_that_names_a_part_is_a_heading_as_deep_as_it_is_folded() {
        let months =
            ["<details><summary>Month 1</summary>", "<details>\n<summary><b>Week 1: Rye</b>\n</summary>"];
        assert_eq!(read(&months), [(2, "Month 1".to_owned()), (3, "Week 1: Rye".to_owned())]);
        let weeks =
            ["<details open><summary>Week 1</summary>", "</details>\n<details><summary>Week 2</summary>"];
        assert_eq!(read(&weeks), [(2, "Week 1".to_owned()), (2, "Week 2".to_owned())]);
    }

    #[test]
    fn others_are_headings_only_beside_one_that_does() {
        let hint = "<details><summary>Hint</summary>";
        assert_eq!(read(&[hint]), []);
        let week = "<details><summary>Week 1</summary>";
        assert_eq!(read(&[week, hint]), [(2, "Week 1".to_owned())], "it is folded into the week");
        assert_eq!(read(&[week, "</details>", hint]).len(), 2);
        assert_eq!(read(&["<summary>Week 1", "<summary></summary>"]), []);
    }

    #[test]
    fn tags_alone_say_nothing() {
        for line in
            ["<details>", "</details>", "<details open>", "</summary></details>", "<details><summary>"]
        {
            assert!(are_only_tags(line), "{line}");
        }
        for line in ["", "<details", "<details>Sing", "<p>", "<summary>Sing</summary>"] {
            assert!(!are_only_tags(line), "{line}");
        }
    }
}
