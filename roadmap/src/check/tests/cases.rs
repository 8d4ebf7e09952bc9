//! For each rule a document with one contradiction, and one that comes near.

use super::{ITALIAN, with};
use crate::check::Rule;

/// A clean document with some words replaced, such that a rule finds something, or nothing.
pub(super) struct Case {
    pub(super) rule: Rule,
    /// What is replaced to make the contradiction.
    pub(super) wrong: &'static [(&'static str, &'static str)],
    /// The lines that it names, in their order.
    pub(super) lines: &'static [&'static str],
    /// What it says.
    pub(super) says: &'static str,
    /// What is replaced to come near.
    pub(super) near: &'static [(&'static str, &'static str)],
}

impl Case {
    pub(super) fn wrong(&self) -> String {
        with(ITALIAN, self.wrong)
    }

    pub(super) fn near(&self) -> String {
        with(ITALIAN, self.near)
    }
}

pub(super) const CASES: [Case; 23] = [
    Case {
        rule: Rule::TemplateHours,
        wrong: &[("(10 hours/week)", "(14 hours/week)")],
        lines: &[
            "### Intensive (14 hours/week)",
            "18:00-19:00  Study (grammar), or practice",
            "10:00-12:30  Practice (conversation)",
        ],
        says: "The week “Intensive” is headed 14 h, but its blocks hold 10 h, 1 h of light review aside.",
        // With Sunday's hour of review it is so.
        near: &[("(10 hours/week)", "(11 hours/week)")],
    },
    Case {
        rule: Rule::StatedLength,
        wrong: &[(
            "16 weeks for months 1 and 2, which is close to 4 months",
            "10 weeks rather than 16 weeks",
        )],
        lines: &["### Part-time (5 hours/week)", "**Timeline:** 10 weeks rather than 16 weeks"],
        says: "With the part-time week the document reckons on 10 weeks, but 80 h at 5 h a week take 16 weeks.",
        near: &[(
            "16 weeks for months 1 and 2, which is close to 4 months",
            "4-5 months, instead of 2 months",
        )],
    },
    Case {
        rule: Rule::TemplateBalance,
        wrong: &[
            ("(0.5 hours/day)", "(0.2 hours/day)"),
            ("- Practice aloud\n", "- Study grammar\n"),
            ("friend (2.5 hours)", "friend (4 hours)"),
        ],
        lines: &["### Part-time (5 hours/week)", "**Weeknights (0.2 hours/day):**"],
        says: "Study is 53 % of the plan's hours, but the part-time week gives it 1 h of its 5 h.",
        near: &[
            ("(0.5 hours/day)", "(0.4 hours/day)"),
            ("- Practice aloud\n", "- Study grammar\n"),
            ("friend (2.5 hours)", "friend (3 hours)"),
        ],
    },
    Case {
        rule: Rule::WeekDemand,
        wrong: &[("Study (grammar), or practice", "Study (grammar)")],
        lines: &["**Practice (6 hours):**", "### Intensive (10 hours/week)"],
        says: "Week 3 asks for 6 h of hands-on work a week; the week “Intensive” has 5 h.",
        near: &[
            ("Study (grammar), or practice", "Study (grammar)"),
            ("**Study (4 hours):**", "**Study (5 hours):**"),
            ("**Practice (6 hours):**", "**Practice (5 hours):**"),
        ],
    },
    Case {
        rule: Rule::UnevenStage,
        wrong: &[("**Practice (10 hours):**", "**Practice (5 hours):**")],
        lines: &["### Weeks 6-7: Letters", "**Study (10 hours):**", "**Practice (5 hours):**"],
        says: "Weeks 6-7 budget 15 h for 2 weeks; at the 10 h a week of the others it would be 20 h.",
        near: &[(
            "**Practice (10 hours):**",
            "<!-- Meant so: 15 hours are enough for letters. -->\n\n**Practice (5 hours):**",
        )],
    },
    Case {
        rule: Rule::HeadedHours,
        wrong: &[("### Week 1: Sounds", "### Week 1: Sounds (8 hours)")],
        lines: &["### Week 1: Sounds (8 hours)", "**Study (6 hours):**", "**Practice (4 hours):**"],
        says: "Week 1 is headed 8 h, but the parts come to 10 h.",
        near: &[("### Week 1: Sounds", "### Week 1: Sounds (8-10 hours)")],
    },
    Case {
        rule: Rule::HeadedHours,
        wrong: &[("## Month 2: Telling what happened", "## Month 2: Telling what happened (30 hours)")],
        lines: &[
            "## Month 2: Telling what happened (30 hours)",
            "### Week 5: Yesterday",
            "### Weeks 6-7: Letters",
            "### Week 8: Opinions",
        ],
        says: "Month 2 is headed 30 h, but the stages come to 40 h.",
        near: &[("## Month 2: Telling what happened", "## Month 2: Telling what happened (10 hours a week)")],
    },
    Case {
        rule: Rule::StatedWhole,
        wrong: &[("## Overview\n", "## Overview\n\n**Total:** 60 hours\n")],
        lines: &[
            "**Total:** 60 hours",
            "## Month 1: Sounds and first sentences",
            "## Month 2: Telling what happened",
        ],
        says: "The document names 60 h in total, but the parts come to at least 80 h.",
        // What has no end may take the others.
        near: &[("## Overview\n", "## Overview\n\n**Total:** 240 hours\n")],
    },
    Case {
        rule: Rule::StatedWhole,
        wrong: &[("## Overview\n", "A 6-week course for travellers.\n\n## Overview\n")],
        lines: &["A 6-week course for travellers.", "### Week 8: Opinions"],
        says: "The document names 6 weeks, but the stages come to at least 8 weeks.",
        near: &[("## Overview\n", "It begins after a 6-week course in phonetics.\n\n## Overview\n")],
    },
    Case {
        rule: Rule::StatedWhole,
        wrong: &[("## Overview\n", "- **Pace:** 5 hours/week\n- **Timeline:** 1 month\n\n## Overview\n")],
        lines: &["- **Pace:** 5 hours/week", "- **Timeline:** 1 month"],
        says: "At 5 h a week the 80 h of the parts take at least 3.7 months, but the document names 1 month.",
        near: &[("## Overview\n", "- **Pace:** 5 hours/week\n- **Timeline:** 3-4 months\n\n## Overview\n")],
    },
    Case {
        rule: Rule::WeekNumbers,
        wrong: &[("### Week 8: Opinions", "### Week 9: Opinions")],
        lines: &["### Weeks 6-7: Letters", "### Week 9: Opinions"],
        says: "Week 8 is missing: week 9 follows weeks 6-7.",
        near: &[("### Week 8: Opinions", "### A week by the sea\n\n- Rest\n\n### Week 9: Opinions")],
    },
    Case {
        rule: Rule::WeekNumbers,
        wrong: &[("### Week 4: At the table", "### Week 3: At the table")],
        lines: &["### Week 3: A short film", "### Week 3: At the table"],
        says: "Week 3 is there twice.",
        near: &[
            ("### Week 4: At the table", "### Week 3: At the table"),
            ("### Week 3: A short film", "### Week 4: A short film"),
        ],
    },
    Case {
        rule: Rule::OutsidePhase,
        wrong: &[("### Week 8: Opinions", "### Week 18: Opinions")],
        lines: &["## Month 2: Telling what happened", "### Week 18: Opinions"],
        says: "Week 18 stands in the part for month 2.",
        near: &[
            ("### Week 8: Opinions", "### Weeks 8-9: Opinions"),
            ("**Study (5 hours):**\n\n- Learn to agree", "**Study (10 hours):**\n\n- Learn to agree"),
            ("**Practice (5 hours):**\n\n1. Argue", "**Practice (10 hours):**\n\n1. Argue"),
        ],
    },
    Case {
        rule: Rule::CountsDiffer,
        wrong: &[("- [ ] Held 15+ conversations", "- [ ] Held 10+ conversations")],
        lines: &["- [ ] Held 10+ conversations", "- 15+ conversations held"],
        says: "By the end of month 2 the document asks for 10+ and 15+ conversations in 2 places.",
        near: &[("- [ ] Held 15+ conversations", "- [ ] Held 10+ mock conversations")],
    },
    Case {
        rule: Rule::CountsDiffer,
        wrong: &[("- [ ] 15+ conversations held", "- [ ] 8+ conversations held")],
        lines: &["- [ ] Held 15+ conversations", "- 15+ conversations held", "- [ ] 8+ conversations held"],
        says: "By the end of month 2 the document asks for 15+ conversations, “Final checklist” for 8+.",
        // What is for the end may be more than what was asked for on the way.
        near: &[("- [ ] 15+ conversations held", "- [ ] 20+ conversations held")],
    },
    Case {
        rule: Rule::RateAgainstCount,
        wrong: &[("natives, 2-3 a week", "natives (5-6 per day)")],
        lines: &["- Hold conversations with natives (5-6 per day)", "- 35+ conversations held"],
        says: "5-6 conversations a day come to 225-270 in 45 working days, with 15 from before; months 3-4 ask for 35+ conversations.",
        near: &[("natives, 2-3 a week", "natives, 3-4 a week")],
    },
    Case {
        rule: Rule::RateAgainstCount,
        wrong: &[("- 35+ conversations held", "- 80+ conversations held")],
        lines: &["- Hold conversations with natives, 2-3 a week", "- 80+ conversations held"],
        says: "2-3 conversations a week come to 18-27 in 9 weeks, with 15 from before; months 3-4 ask for 80+ conversations.",
        near: &[("- 35+ conversations held", "- 42+ conversations held")],
    },
    Case {
        rule: Rule::Unbuilt,
        wrong: &[("- Keep a phrase notebook from the first day on", "- Listen to the news")],
        lines: &["- Phrase notebook finished"],
        says: "Month 1 asks for “Phrase notebook finished”, but nothing up to then works on it.",
        near: &[("- Keep a phrase notebook from the first day on", "- Fill notebooks")],
    },
    Case {
        rule: Rule::Unbuilt,
        wrong: &[("- Phrase notebook finished", "- Play written")],
        lines: &["### Optional Project 3: A play", "- Play written"],
        says: "Month 1 asks for “Play written”, but nothing up to then works on it; “Ongoing (weekly)” is the first to name it.",
        near: &[("- Phrase notebook finished", "- At home in cafés")],
    },
    Case {
        rule: Rule::TooFewBuilt,
        wrong: &[
            ("- Essay on what makes a good letter", "- Letter to the editor"),
            ("- [ ] 2+ essays published", "- [ ] Brave"),
        ],
        lines: &["1. Write an essay about your last journey", "- 2 essays published"],
        says: "Month 2 asks for 2 essays, but the weeks up to then name 1 essay.",
        near: &[
            ("- Essay on what makes a good letter", "- Essays on letters"),
            ("- [ ] 2+ essays published", "- [ ] Brave"),
        ],
    },
    Case {
        rule: Rule::OptionalNeeded,
        wrong: &[("- 2-3 projects finished", "- 3 projects finished")],
        lines: &["### Optional Project 3: A play", "- 3 projects finished"],
        says: "Months 3-4 ask for 3 projects, but only 2 are made without what is optional (“Optional Project 3: A play”).",
        near: &[
            ("- 2-3 projects finished", "- 3 projects finished"),
            ("### Optional Project 3: A play", "### Project 3: A play"),
        ],
    },
    Case {
        rule: Rule::BeforeItself,
        wrong: &[("(before the journey)", "(before the first conversation)")],
        lines: &["## Final checklist (before the first conversation)", "- [ ] 15+ conversations held"],
        says: "“Final checklist” is to be finished before the first conversation, but holds “15+ conversations held”.",
        near: &[("(before the journey)", "(before the conversation)")],
    },
    Case {
        rule: Rule::BeforeItself,
        wrong: &[
            ("(before the journey)", "(before publishing)"),
            ("**Language:**", "**Publishing:**"),
            ("- [ ] 15+ conversations held\n", ""),
        ],
        lines: &["## Final checklist (before publishing)", "- [ ] 2+ essays published"],
        says: "“Final checklist” is to be finished before publishing, but holds “2+ essays published”.",
        near: &[("(before the journey)", "(before writing letters)")],
    },
];
