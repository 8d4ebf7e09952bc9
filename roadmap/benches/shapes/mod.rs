//! Documents that no person writes, each as long as is read: to the limit of lines, marks or bytes.

use roadmap::document::{MOST_BYTES, MOST_LINES, MOST_MARKS};
use std::fmt::Display;

/// A document and what it is made of.
pub(crate) struct Shape {
    /// What it is made of.
    pub(crate) name: &'static str,
    /// Makes it.
    pub(crate) source: fn() -> String,
}

impl Display for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const WEEKS: [&str; 8] = [
    "Woche 3: Skalen",
    "Dritte Woche: Skalen",
    "Tercera semana: Escalas",
    "3ª semana: Escalas",
    "Troisième semaine: Gammes",
    "3-я неделя: Гаммы",
    "Week drie: Toonladders",
    "Settimana 3: Scale",
];

/// As much of the text of these lines, below a title, as is read.
fn filled(line: impl Fn(usize) -> String) -> String {
    below("# Songs\n", line)
}

/// As much of the text of these lines, below that head, as is read.
fn below(head: &str, line: impl Fn(usize) -> String) -> String {
    let mut text = head.to_owned();
    let mut lines = lines(head);
    let mut marks = marks(head);
    for at in 0.. {
        let next = line(at);
        lines += self::lines(&next);
        marks += self::marks(&next);
        if lines > MOST_LINES || marks > MOST_MARKS || text.len() + next.len() > MOST_BYTES {
            break;
        }
        text.push_str(&next);
    }
    text
}

fn lines(text: &str) -> usize {
    text.lines().filter(|line| !line.trim().is_empty()).count()
}

fn marks(text: &str) -> usize {
    text.bytes().filter(|byte| b"-+>#|*_~`[]!<&\\".contains(byte)).count()
}

fn one(lines: &[&str], at: usize) -> String {
    format!("{}\n", lines[at % lines.len()].replace('@', &at.to_string()))
}

/// A copy in which a line in fifty is gone, and one in twenty has a word more.
pub(crate) fn changed(source: &str) -> String {
    let left = source.lines().enumerate().filter(|(at, _)| at % 50 != 7);
    left.fold(String::new(), |mut text, (at, line)| {
        text.push_str(line);
        if at % 20 == 3 && !line.trim().is_empty() {
            text.push_str(" anew");
        }
        text.push('\n');
        text
    })
}

/// Words that a line may have very many of.
const WORDS: [&str; 12] = [
    "(2 hours) ",
    "9:00-10:00 sing, ",
    "Mon, ",
    "10+ songs ",
    "$12 - ",
    "[ ] ",
    "week 1, ",
    "(a ",
    "a: ",
    "and or ",
    "5 x 5 x ",
    "2026-01-05 – ",
];

/// A heading and a long line of each of those words, as a paragraph, a line of a list and in bold.
fn long_lines(heading: &str) -> String {
    WORDS.iter().fold(format!("# Songs\n## {heading}\n"), |text, word| {
        let words = word.repeat(100_000 / word.len());
        text + &format!("- {words}\n\n{words}\n\n**{words}:**\n\n- a\n\n")
    })
}

/// All shapes.
pub(crate) const SHAPES: &[Shape] = &[
    Shape { name: "headings", source: || filled(|_| "## Head\n".into()) },
    Shape { name: "headings of two words", source: || filled(|_| "## Other words\n".into()) },
    Shape {
        name: "headings of each level",
        source: || filled(|at| format!("{} Head\n", "#".repeat(at % 6 + 1))),
    },
    Shape {
        name: "numbered headings of each level",
        source: || filled(|at| format!("{} {}. Head {at}\n", "#".repeat(at % 6 + 1), at % 99)),
    },
    Shape {
        name: "headings with a number behind",
        source: || filled(|at| format!("## Head of part {at}\n")),
    },
    Shape {
        name: "headings of fifty bytes",
        source: || filled(|at| format!("## {}\n", "song and dance ".repeat(at % 3 + 2))),
    },
    Shape { name: "weeks in other languages", source: || filled(|at| format!("## {}\n", WEEKS[at % 8])) },
    Shape {
        name: "ordinals",
        source: || {
            filled(|at| {
                one(&["## Third song", "## Erste Lieder", "## Primera voz", "## 3rd song", "## 3. Lied"], at)
            })
        },
    },
    Shape { name: "weeks", source: || filled(|at| format!("## Week {}: Head\n- a\n", at % 600)) },
    Shape { name: "weeks with gaps", source: || filled(|at| format!("## Week {}\n- a\n", at * 7 % 600)) },
    Shape { name: "weeks that repeat", source: || filled(|_| "## Week 1\n".into()) },
    Shape {
        name: "phases",
        source: || filled(|at| format!("## Phase {}: Head (Weeks {}-{})\n", at % 99, at % 99, at % 99 + 4)),
    },
    Shape {
        name: "all weeks in each heading",
        source: || filled(|at| format!("## Weeks 1-600: Head {at}\n- a\n")),
    },
    Shape {
        name: "hours of all weeks in a table",
        source: || {
            let rows: String = (1..=600).map(|week| format!("| {week} | 3 |\n")).collect();
            below(&format!("# Songs\n| Week | Hours |\n|--|--|\n{rows}\n"), |_| {
                "## Weeks 1-600: Head\n- a\n".into()
            })
        },
    },
    Shape {
        name: "weeks in lines beside weeks in headings",
        source: || {
            let heads = "## Week 1\n- a\n".repeat(60_000);
            below(&format!("# Songs\n{heads}## More\n"), |_| "**Week 400:** a\n\n".into())
        },
    },
    Shape { name: "tracks", source: || filled(|at| format!("# Path {}\n- a\n", at % 999)) },
    Shape {
        name: "dates in figures",
        source: || filled(|at| format!("## 2026-{:02}-{:02}\n- [ ] a\n", at % 12 + 1, at % 28 + 1)),
    },
    Shape {
        name: "dates in words",
        source: || filled(|at| format!("## March {}, 2026: Head\n", at % 31 + 1)),
    },
    Shape {
        name: "headings with hours",
        source: || filled(|at| format!("## Study of scales ({} hours)\n", at % 40)),
    },
    Shape { name: "heading and label", source: || filled(|at| format!("## Head {at}\n**Study:**\n")) },
    Shape { name: "options", source: || filled(|at| format!("## Option {}: Head\n", at % 26)) },
    Shape {
        name: "choices",
        source: || {
            filled(|at| one(&["## Pick one", "### Option A: Sing", "- a", "### Option B: Hum", "- b"], at))
        },
    },
    Shape { name: "lines of options", source: || filled(|_| "Option A: sing\n".into()) },
    Shape { name: "bold lines", source: || filled(|at| format!("**Song {at}**\n\n")) },
    Shape { name: "bold weeks", source: || filled(|at| format!("\n**Week {}:** a\n", at % 600)) },
    Shape {
        name: "bold labels and lines",
        source: || filled(|at| format!("**Study ({} h):**\n\n- a\n\n", at % 40)),
    },
    Shape { name: "bold weekdays", source: || filled(|at| format!("**{}:** sing\n", WEEKDAYS[at % 7])) },
    Shape {
        name: "bold weekdays in a paragraph",
        source: || below("# Songs\n\n", |at| format!("**{}** ", WEEKDAYS[at % 7])),
    },
    Shape { name: "list lines", source: || filled(|at| format!("- Sing song {at}\n")) },
    Shape {
        name: "list lines below a week",
        source: || below("# Songs\n## Week 1\n", |at| format!("- Sing song {at}\n")),
    },
    Shape { name: "boxes", source: || below("# Songs\n## Week 1\n", |at| format!("- [ ] Sing song {at}\n")) },
    Shape {
        name: "hours",
        source: || {
            below("# Songs\n## Week 1\n", |at| {
                one(&["- Sing (2 hours)", "- Read 45 min", "- 3h of scales", "- Hum: 1.5-2 hours a day"], at)
            })
        },
    },
    Shape {
        name: "times",
        source: || {
            below("# Songs\n## Schedule\n", |at| {
                one(&["- 9:00-10:00 Sing", "- Mon 18:00 Choir", "- 7 pm – 8 pm: Hum"], at)
            })
        },
    },
    Shape {
        name: "times in weeks",
        source: || {
            below("# Songs\n## Week 1\n", |at| {
                one(&["- 9:00-10:00 Sing", "- Mon 18:00 Choir", "- Monday: Hum (2h)"], at)
            })
        },
    },
    Shape {
        name: "prices",
        source: || below("# Songs\n## Week 1\n", |at| format!("- Song book {at} ($12.50, 300 pages)\n")),
    },
    Shape {
        name: "links",
        source: || below("# Songs\n## Week 1\n", |at| format!("- [Song {at}](https://example.org/{at})\n")),
    },
    Shape { name: "links in one paragraph", source: || filled(|at| format!("[a](b{at}) ")) },
    Shape { name: "bare addresses", source: || filled(|_| "https://e.xy/ ".into()) },
    Shape {
        name: "bare addresses in lines",
        source: || {
            filled(|at| format!("- see https://example.org/songs/{at} and https://example.org/{at}\n"))
        },
    },
    Shape { name: "parts in lists", source: || filled(|at| one(&["- Part @", "  - Week 1: a"], at)) },
    Shape { name: "weeks in lists", source: || filled(|at| format!("- Week {}: a\n", at % 600)) },
    Shape { name: "deep lists", source: || filled(|at| format!("{}- a\n", "  ".repeat(at % 60))) },
    Shape {
        name: "deep lists with lazy lines",
        source: || filled(|at| format!("{}- a\nlazy\n", "  ".repeat(at % 60))),
    },
    Shape { name: "deep quotes", source: || filled(|_| format!("{}a\n", "> ".repeat(64))) },
    Shape {
        name: "deep quotes with lazy lines",
        source: || {
            filled(|at| if at % 60 == 0 { format!("\n{}a\n", "> ".repeat(60)) } else { "lazy\n".into() })
        },
    },
    Shape {
        name: "quotes and lists in turn",
        source: || filled(|at| format!("{}a\n", if at % 2 == 0 { "> ".repeat(30) } else { "- ".repeat(30) })),
    },
    Shape {
        name: "rows",
        source: || {
            below("# T\n| Week | Topic | Hours |\n|--|--|--|\n", |at| format!("| {} | a | 3 |\n", at % 600))
        },
    },
    Shape {
        name: "rows of two cells",
        source: || below("# T\n\nWeek | Topic\n--|--\n", |at| format!("{} | a\n", at % 600)),
    },
    Shape {
        name: "rows of labels across weeks",
        source: || {
            below("# T\n\n| | Week 1 | Week 2 |\n|--|--|--|\n", |at| {
                one(&["| Goal | a | b |", "| Notes | c | d |"], at)
            })
        },
    },
    Shape {
        name: "rows of a thousand cells",
        source: || {
            below(&format!("# T\n|{}\n|{}\n", "a|".repeat(1000), "-|".repeat(1000)), |_| {
                format!("|{}\n", "a|".repeat(1000))
            })
        },
    },
    Shape {
        name: "rows that are cut short",
        source: || below(&format!("# T\n|{}\n|{}\n", "a|".repeat(1000), "-|".repeat(1000)), |_| "a\n".into()),
    },
    Shape { name: "tables", source: || filled(|_| "| a | b |\n|--|--|\n| c | d |\n\n".into()) },
    Shape {
        name: "cells with breaks",
        source: || below("# T\n| Day | What |\n|--|--|\n", |_| "| Mon | a<br>b<br>c |\n".into()),
    },
    Shape {
        name: "timetable",
        source: || {
            below("# T\n## Schedule\n| Time | Mon | Tue |\n|--|--|--|\n", |at| {
                format!("| {}:00-{}:30 | a | b |\n", at % 23, at % 23)
            })
        },
    },
    Shape {
        name: "fence without end",
        source: || {
            below("# T\n## Week 1\n```\n", |at| {
                one(&["- [ ] Sing song @", "# Song @", "sing", "  - hum"], at)
            })
        },
    },
    Shape { name: "fences", source: || filled(|_| "```\na\n```\n".into()) },
    Shape { name: "lines of a megabyte", source: || filled(|_| format!("- {}\n", "song ".repeat(200_000))) },
    Shape { name: "long lines below Week 1", source: || long_lines("Week 1") },
    Shape { name: "long lines below Schedule", source: || long_lines("Schedule") },
    Shape { name: "long lines below Accounts", source: || long_lines("Accounts") },
    Shape { name: "long lines below Success metrics", source: || long_lines("Success metrics") },
    Shape { name: "long lines below Reading", source: || long_lines("Reading") },
    Shape {
        name: "long headings",
        source: || {
            WORDS.iter().fold("# Songs\n".into(), |text, word| {
                text + &format!("## Week 1: {}\n- a\n", word.repeat(300_000 / word.len()))
            })
        },
    },
    Shape { name: "words without space", source: || filled(|_| "s".repeat(1_000_000)) },
    Shape {
        name: "control characters and marks from right to left",
        source: || below("# T\n## Week 1\n", |_| "- \u{7}\u{202e}a\u{200f}b\u{1b}[31m\n".into()),
    },
    Shape {
        name: "emoji",
        source: || below("# T\n## Week 1\n", |at| one(&["- ✅ Sing", "- 🎵🎶 Song @", "☐ Hum"], at)),
    },
    Shape { name: "ornaments without end", source: || filled(|_| "🎵".repeat(1000)) },
    Shape {
        name: "reference definitions",
        source: || filled(|at| format!("[s{at}]: https://example.org/{at}\n")),
    },
    Shape { name: "references", source: || below("# T\n\n[a]: b\n\n", |_| "[a] ".into()) },
    Shape { name: "HTML blocks", source: || filled(|_| "<div>\na\n</div>\n\n".into()) },
    Shape { name: "footnotes", source: || filled(|at| format!("Sing[^{at}]\n\n[^{at}]: Song {at}\n\n")) },
    Shape { name: "emphasis that never closes", source: || filled(|_| "*a _b ".into()) },
];
