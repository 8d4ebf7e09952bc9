//! What a document holds, found by looking at its lines alone: another way to the same counts, which
//! knows nothing of Markdown's parser.

/// The numbers of the lines with a task box, from 1: behind the mark of a list or heading, in the only cell of a
/// row that has one, or as a sign. No fixture has a picture that decorates beside one that is a box.
pub(super) fn box_lines(source: &str) -> Vec<usize> {
    let tells = source.contains("❌ ") && source.contains("- ✅ ");
    let is_box = |line: &str| {
        let line = line.trim_start();
        let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let marker = ["- ", "* ", "+ ", ". ", ") ", "# "];
        let marker = marker.iter().find_map(|marker| number.trim_start_matches("##").strip_prefix(marker));
        let words = marker.unwrap_or(line);
        let cells = line.strip_prefix('|').unwrap_or_default().split('|');
        let is_bracket = |text: &str| ["[ ]", "[x]", "[X]"].iter().any(|mark| text.starts_with(mark));
        marker.is_some_and(|words| {
            is_bracket(words) && words.get(3..).is_some_and(|rest| rest.starts_with(' '))
        }) || cells.filter(|cell| is_bracket(cell.trim())).count() == 1
            || ['☐', '☑'].iter().any(|sign| words.starts_with(*sign))
            || tells && marker.is_some() && ['✅', '❌'].iter().any(|sign| words.starts_with(*sign))
    };
    numbered(source).filter(|(_, line)| is_box(line)).map(|(number, _)| number).collect()
}

/// How many links there are: "](", and addresses that stand bare or in angle brackets.
pub(super) fn links(source: &str) -> usize {
    let bare = |line: &str| {
        line.match_indices("http")
            .filter(|(at, _)| {
                let before = &line[..*at];
                !before.ends_with(['(', '`']) && !before.ends_with("e.g., ")
            })
            .count()
    };
    source.matches("](").count() + source.lines().map(bare).sum::<usize>()
}

/// The numbers of the lines that hold the words.
pub(super) fn lines_with(source: &str, words: &str) -> Vec<usize> {
    numbered(source).filter(|(_, line)| line.contains(words)).map(|(number, _)| number).collect()
}

fn numbered(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source.lines().enumerate().map(|(index, line)| (index + 1, line))
}
