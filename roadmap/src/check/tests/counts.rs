//! The same thing in other words, and other things in the same words.

use super::{findings, only};
use crate::check::Rule;

/// A phase whose only week ends with one line, and whose metrics have another.
fn asks(checkpoint: &str, metric: &str) -> String {
    format!(
        "# Choir\n\n## Month 1: Auditions\n\n### Week 1: Letters\n\n**Practice (5 hours):**\n\n- Sing\n\n\
         **Checkpoint:**\n\n- [ ] {checkpoint}\n\n## Success metrics\n\n### Month 1\n\n- {metric}\n"
    )
}

#[test]
fn a_thing_is_known_by_its_noun_its_verb_and_any_ending() {
    for (one, other) in [
        ("Applied to 20+ choirs", "50+ applications"),
        ("20+ audition applications sent", "Applied to 50+ choirs"),
        ("Held 3+ rehearsals", "10 rehearsals"),
        ("3+ stories written", "Wrote 5 short stories"),
        ("Solved 20+ ear-training exercises", "30+ exercises solved"),
        ("100 letters sent", "Send 80 letters"),
        ("40 faces sketched", "20 faces"),
        ("12 songs with the choir", "15 songs done by week 1"),
    ] {
        let (found, _) = only(Rule::CountsDiffer, &asks(one, other));
        assert_eq!(found.claims.len(), 2, "{one} / {other}");
    }
}

#[test]
fn other_things_other_deeds_and_wider_ranges_are_no_contradiction() {
    for (one, other) in [
        ("3+ mock auditions", "1 audition"),
        ("3+ folk songs", "5 art songs"),
        ("Read 20+ scores", "Copied 5 scores"),
        ("20+ songs", "15-25 songs"),
        ("Can explain 2 of the songs", "10 songs learnt"),
        ("Sang 3 songs a day", "40 songs"),
        ("Fewer than 3 wrong notes", "5 notes above the staff"),
        ("Finished Song Book 2 exercises", "12 exercises"),
        ("Range of 12 semitones in tune (e.g. 3 scales)", "5 scales"),
        ("Longest note over 20 seconds", "Longest note over 30 seconds"),
        ("100 letters sent", "3 letters answered"),
        ("40 faces sketched", "1 face in oil"),
        ("12 songs with the choir", "3 songs with the organ"),
    ] {
        assert_eq!(findings(&asks(one, other)), [], "{one} / {other}");
    }
}

#[test]
fn a_number_that_grows_from_week_to_week_is_no_contradiction() {
    let week = |week: u32| {
        format!(
            "### Week {week}\n\n**Practice (5 hours):**\n\n- Sing\n\n**Checkpoint:**\n\n- [ ] {} songs learnt\n\n",
            week * 2
        )
    };
    let metrics =
        "## Success metrics\n\n### Month 1\n\n- 8 songs learnt\n\n### Month 2\n\n- 16 songs learnt\n";
    let source = format!(
        "# Choir\n\n## Month 1\n\n{}## Month 2\n\n{}{metrics}",
        (1..=4).map(week).collect::<String>(),
        (5..=8).map(week).collect::<String>()
    );
    assert_eq!(findings(&source), []);
    let wrong = source.replace("- 16 songs learnt\n", "- 20 songs learnt\n");
    only(Rule::CountsDiffer, &wrong);
}

/// A month with a line in each of two weeks, and what is asked for at its end.
fn month(work: [&str; 2], metrics: &str) -> String {
    format!(
        "# Letters\n\n## Month 1\n\n### Week 1\n\n- [ ] {}\n\n### Week 2\n\n- [ ] {}\n\n## Metrics\n\n### Month 1\n\n{metrics}",
        work[0], work[1]
    )
}

#[test]
fn a_sum_of_several_lines_names_each_and_is_for_what_they_do() {
    let source =
        month(["Write 5 letters a day", "10 letters a day"], "- 100 letters sent\n- 3 letters answered\n");
    let (found, lines) = only(Rule::RateAgainstCount, &source);
    assert_eq!(lines, ["- [ ] Write 5 letters a day", "- [ ] 10 letters a day", "- 100 letters sent"]);
    assert_eq!(
        found.says,
        "5 letters a day in week 1 and 10 letters a day in week 2 come to 75 in all; month 1 asks for 100 letters."
    );
}

#[test]
fn what_is_done_each_day_is_not_set_against_what_comes_of_it() {
    let daily = ["Sketch 5 faces a day", "Sketch 6 faces a day"];
    assert_eq!(findings(&month(daily, "- 50 faces sketched\n- 1 face in oil\n- 2 faces sold\n")), []);
    let (found, _) = only(Rule::RateAgainstCount, &month(daily, "- 5 faces sketched\n- 1 face in oil\n"));
    assert_eq!(found.claims.len(), 3);
}

#[test]
fn a_gate_for_the_end_of_a_week_is_set_against_that_weeks_checkpoint() {
    let plan = |gate: &str| {
        let week = |number: u32| {
            format!("### Week {number}\n\n- Run\n\n**Checkpoint:**\n\n- [ ] {}+ long runs\n\n", number - 1)
        };
        let weeks: String = (2..=8).map(week).collect();
        format!("# Marathon\n\n## Base\n\n{weeks}## Success metrics\n\n### {gate}\n\n- 10+ long runs\n")
    };
    for gate in ["By week 4", "By the end of week 4", "Week 4"] {
        let (found, lines) = only(Rule::CountsDiffer, &plan(gate));
        assert_eq!(lines, ["- [ ] 3+ long runs", "- 10+ long runs"], "{gate}");
        assert_eq!(
            found.says,
            "By the end of week 4 the document asks for 3+ and 10+ long runs in 2 places."
        );
    }
    assert_eq!(findings(&plan("By week 4").replace("- 10+", "- 3+")), []);
    assert_eq!(findings(&plan("By week 12")), []);
}

#[test]
fn two_numbers_of_one_gate_are_a_contradiction() {
    let both = |second: &str| month(["Run", "Run"], &format!("- 5+ long runs\n- {second}\n"));
    only(Rule::CountsDiffer, &both("20+ long runs"));
    assert_eq!(findings(&both("20+ short runs")), []);
}
