//! What a section is about, from its heading or label.

use super::phrases::Terms;
use crate::item::About;

/// Phrases for each subject. The first subject that fits counts, so the plainer ones stand first.
const SUBJECTS: [(About, &[&str]); 14] = [
    (About::Gates, &["success metric*", "metrics", "success criteria", "milestone metric*"]),
    (About::Funnel, &["success rate*", "funnel", "conversion*"]),
    (
        About::NextSteps,
        &["next steps", "start today", "first steps", "getting started", "day zero", "start here"],
    ),
    (About::Timeline, &["timeline*"]),
    (
        About::Schedule,
        &[
            "schedule*",
            "timetable*",
            "weekly structure",
            "daily split",
            "weekly rhythm",
            "weekly routine",
            "daily routine",
            "typical week",
            "sample week",
            "ideal week",
            "full time week*",
            "part time week*",
            "training week",
            "week at a glance",
            "study times",
            "practice times",
            "practise times",
            "time blocks",
        ],
    ),
    (About::Checklist, &["checklist*"]),
    (About::Accounts, &["account*", "subscriptions"]),
    (About::Setup, &["setup", "set up", "environment", "installation", "install", "equipment", "gear"]),
    (About::Pitfalls, &["pitfall*", "mistake*", "avoid", "traps"]),
    (About::Tips, &["tip", "tips", "advice", "motivation", "motivated", "habits", "stuck", "track progress"]),
    (About::Expectations, &["expect*", "salary", "salaries"]),
    (About::Roles, &["roles", "target role", "positions"]),
    (
        About::Outcomes,
        &[
            "outcome*",
            "overview",
            "by the end",
            "what you will",
            "what you'll",
            "you will have",
            "you'll have",
            "you'll own",
        ],
    ),
    (
        About::Reading,
        &[
            "reading*",
            "study materials",
            "materials",
            "resources",
            "books",
            "references",
            "further study",
            "bibliography",
        ],
    ),
];

/// Headings beside the way of a document, rather than parts of it.
const SIDE: [&str; 45] = [
    "faq",
    "faqs",
    "q a",
    "frequently asked questions",
    "questions and answers",
    "contributing",
    "contribute",
    "how to contribute",
    "contributors",
    "contributions",
    "contribution guidelines",
    "contributing guidelines",
    "license",
    "licence",
    "licensing",
    "copyright",
    "about",
    "about me",
    "about us",
    "about the author",
    "about this roadmap",
    "about this guide",
    "about this plan",
    "about this repository",
    "author",
    "authors",
    "credits",
    "acknowledgements",
    "acknowledgments",
    "acknowledgement",
    "thanks",
    "contents",
    "table of contents",
    "toc",
    "changelog",
    "disclaimer",
    "code of conduct",
    "contact",
    "sponsors",
    "star history",
    "legend",
    "how to use this roadmap",
    "how to use this guide",
    "resources tools",
    "tools resources",
];

/// True for a heading beside the way of a document: "FAQ", "License". Nothing but these words tells it: "License to
/// sail" is a part like others.
pub(super) fn is_side(text: &str) -> bool {
    Terms::of(text).are_any(&SIDE)
}

/// What a heading is about; none where its words don't say.
pub(super) fn about(text: &str) -> Option<About> {
    let words = Terms::of(text);
    if words.hold("tools") && words.hold("resources") {
        return None;
    }
    let subject = SUBJECTS.iter().find(|(_, phrases)| words.hold_any(phrases)).map(|(about, _)| *about);
    subject.or_else(|| words.are_any(&["links", "useful links", "further links"]).then_some(About::Reading))
}

/// True for the label of links and books within a stage.
pub(super) fn is_resources(text: &str) -> bool {
    let words = Terms::of(text);
    words.are_any(&[
        "resource*",
        "materials",
        "links",
        "references",
        "books",
        "reading",
        "reading list",
        "further reading",
    ]) || words.hold_any(&["study materials", "resources", "study material"])
}

/// True for the label of what costs money.
pub(super) fn is_paid(text: &str) -> bool {
    Terms::of(text).hold("paid")
}

/// True for the label of what need not be done.
pub(super) fn is_optional(text: &str) -> bool {
    Terms::of(text).hold_any(&["optional*", "nice to have", "later"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_tell_their_subject() {
        for (text, subject) in [
            ("Success Metrics", About::Gates),
            ("Success Rate", About::Funnel),
            ("Weekly Schedule Template", About::Schedule),
            ("Sample Timeline (3 Months)", About::Timeline),
            ("Must-Have Accounts", About::Accounts),
            ("Development Environment", About::Setup),
            ("Common Pitfalls to Avoid", About::Pitfalls),
            ("Motivation & Tips", About::Tips),
            ("Final Checklist (Before the Race)", About::Checklist),
            ("Expected Outcomes", About::Expectations),
            ("Target Roles", About::Roles),
            ("Overview", About::Outcomes),
            ("Advanced Study Materials", About::Reading),
            ("Next Steps", About::NextSteps),
        ] {
            assert_eq!(about(text), Some(subject), "{text}");
        }
    }

    #[test]
    fn what_stands_beside_the_way_is_told_by_all_its_words() {
        for text in ["FAQ", "🙋 FAQs", "Contributing", "License", "About me", "Credits:", "Table of Contents"]
        {
            assert!(is_side(text), "{text}");
        }
        for text in ["License to sail", "About turns", "Contact juggling", "Author a play", "Legends"] {
            assert!(!is_side(text), "{text}");
        }
    }

    #[test]
    fn a_roof_over_several_subjects_has_none() {
        assert_eq!(about("Resources & Tools"), None);
        assert_eq!(about("Track B"), None);
    }
}
