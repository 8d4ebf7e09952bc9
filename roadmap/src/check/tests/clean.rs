//! Documents without contradictions, and with nothing to contradict.

use super::{ITALIAN, MARATHON, silent, with};

#[test]
fn a_clean_document_triggers_nothing() {
    silent(ITALIAN);
    silent(MARATHON);
}
#[test]
fn a_document_without_figures_triggers_nothing() {
    for source in
        ["# Cello", "- [ ] Buy rosin\n- [ ] Tune\n", "Just words.", "## Month 1\n\n### Week 1\n\n- Tune\n"]
    {
        silent(source);
    }
}

#[test]
fn a_list_before_an_event_on_the_way_may_ask_for_less() {
    silent(&with(
        ITALIAN,
        &[
            ("Final checklist (before the journey)", "Checklist (before the journey)"),
            ("- [ ] 15+ conv", "- [ ] 2+ conv"),
        ],
    ));
}

#[test]
fn blocks_whose_names_tell_no_kind_of_work_may_hold_any() {
    silent(&with(
        ITALIAN,
        &[
            ("Study (grammar), or practice", "Verbs"),
            ("Practice (reading aloud), or study", "Dialogues"),
            ("Practice (conversation)", "With a friend"),
        ],
    ));
}

#[test]
fn stages_without_weeks_have_no_hours_a_week() {
    let stage = |name| format!("### {name}\n\n**Practice (40 hours):**\n\n- Play\n\n");
    let schedule =
        "## Weekly schedule (5 hours/week)\n\n- Monday: Practice (2 hours)\n- Friday: Practice (3 hours)\n";
    silent(&format!("# Cello\n\n## Part 1\n\n{}{}{schedule}", stage("The bow"), stage("The left hand")));
}
