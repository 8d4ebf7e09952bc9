//! Lists to finish before something, in every layout.

use super::{findings, only};
use crate::check::{Rule, apply, check};

fn choir(list: &str) -> String {
    format!("# Choir\n\n## Part 1\n\n### Week 1: Scales\n\n**Practice (5 hours):**\n\n- Sing\n\n{list}\n")
}

#[test]
fn the_list_may_have_any_layout() {
    for list in [
        "## Final Checklist (Before Choir Search)\n\n- [ ] Applied to 20+ choirs",
        "#### Final Checklist (Before Choir Search)\n\n- [ ] Applied to 20+ choirs",
        "**Final Checklist (Before Choir Search):**\n\n- [ ] Applied to 20+ choirs",
        "## Final Checklist (Before Choir Search)\n\n- Applied to 20+ choirs",
        "**Final Checklist – before the choir search**\n\n- Applied to 20+ choirs",
        "## Prior to the choir search\n\n1. Applied to 20+ choirs",
        "## Before you start your choir search\n\n- [ ] Applied to 20+ choirs",
        "## Before you search for a choir\n\n- [ ] 20+ applications sent",
        "## Before you apply to choirs\n\n**Letters:**\n\n- [ ] Applied to 20+ choirs",
        "## Before you apply\n\n- [ ] Applied to 20+ choirs",
        "## Before applying\n\n- [ ] 20+ applications sent",
        "**Checklist before the first concert:**\n\n- 3+ concerts sung",
        "## Prior to giving concerts\n\n- [ ] Gave 3+ concerts",
    ] {
        let source = choir(list);
        let (found, lines) = only(Rule::BeforeItself, &source);
        assert_eq!(lines.len(), 2, "{list}");
        let mut roadmap = super::read(&source);
        assert!(apply(&mut roadmap, &found.remedies[0].change));
        assert_eq!(check(&roadmap), [], "{list}");
    }
}

#[test]
fn a_line_may_say_that_it_is_done_without_a_number() {
    for list in [
        "## Before the race\n\n- [ ] Ran the race",
        "## Before the race\n\n- [ ] Race finished",
        "**Prior to the race:**\n\n- Run the race",
        "## Before your first concert\n\n- [ ] Sang your first concert (at home)",
        "## Before you run the race\n\n- [ ] Ran the race",
        "## Before the sailing exam\n\n- [ ] Passed the sailing exam",
    ] {
        let (found, _) = only(Rule::BeforeItself, &choir(list));
        assert_eq!(found.claims.len(), 2, "{list}");
    }
}

#[test]
fn what_is_carried_out_may_be_of_any_field() {
    for list in [
        "## Before the launch\n\n- [ ] Launch finished",
        "## Before the thesis\n\n- [ ] Defended the thesis",
        "## Before you submit the paper\n\n- [ ] Submitted the paper",
        "## Before your first exhibition\n\n- [ ] Opened your first exhibition",
        "## Before the workshop\n\n- [ ] Taught the workshop",
        "## Before the contract\n\n- [ ] Contract signed",
    ] {
        let (found, _) = only(Rule::BeforeItself, &choir(list));
        assert_eq!(found.claims.len(), 2, "{list}");
    }
    for list in [
        "## Before the launch\n\n- [ ] Drafted the launch",
        "## Before the workshop\n\n- [ ] Booked the workshop",
        "## Before the exhibition\n\n- [ ] Opened a shop",
    ] {
        assert_eq!(findings(&choir(list)), [], "{list}");
    }
}

#[test]
fn what_gets_ready_for_it_is_no_contradiction() {
    for list in [
        "## Before the race\n\n- [ ] Planned the race\n- [ ] Race bag packed\n- [ ] Ran the race course",
        "## Before the race\n\n- [ ] Ran a race\n- [ ] Paid for the race\n- [ ] Race plan written",
        "## Before the race\n\n- [ ] Ran the first race\n- [ ] Ran 3+ races",
        "## Before the race\n\n- [ ] Ran a mock race\n- [ ] Race booked\n- [ ] Watched the race of last year",
        "## Before the first race\n\n- [ ] Watched 3+ races\n- [ ] 3+ practice races",
        "## Final Checklist (Before Choir Search)\n\n- [ ] Listed 20+ choirs\n- [ ] Read about 5+ choirs",
        "## Final Checklist (before the full-time choir search)\n\n- [ ] Applied to 20+ choirs",
        "## Final Checklist (Before Choir Search)\n\n- [ ] Heard 3+ choirs\n- [ ] 12 songs learnt",
        "## After the race\n\n- [ ] Ran the race",
        "## Before you apply to choirs\n\n- [ ] Heard 5+ choirs\n- [ ] Wrote to 5+ friends",
        "## Before the sailing exam\n\n- [ ] Passed the radio exam\n- [ ] Can take the exam",
    ] {
        assert_eq!(findings(&choir(list)), [], "{list}");
    }
}
