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
