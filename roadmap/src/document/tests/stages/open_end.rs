//! Stages without an end.

use super::super::fixtures::OPEN_ENDED;
use super::{named, read, stages};
use crate::item::{Item, Kind};

#[test]
fn an_end_may_be_open() {
    let roadmap = read(OPEN_ENDED).roadmap;
    let open: Vec<_> =
        roadmap.phases().map(|phase| matches!(phase.kind, Kind::Phase { open_ended: true, .. })).collect();
    assert_eq!(open, [false, true]);
    assert_eq!(
        stages(OPEN_ENDED).into_iter().map(|(_, text, weeks, _)| (text, weeks)).collect::<Vec<_>>(),
        named(&[
            ("Invite", Some((1, 1))),
            ("Rehearse", Some((2, 4))),
            ("Ongoing: rehearsals", None),
            ("Until the summer concert", None),
        ])
    );
}

#[test]
fn what_goes_on_beside_weeks_is_a_stage_without_an_end_and_its_costs_are_none() {
    for heading in ["Ongoing", "Ongoing: concerts", "Until the summer concert", "From then on"] {
        let source = format!("# Choir\n## Week 1: Breathe\n- [ ] Hum\n## {heading}\n- [ ] Sing\n");
        let roadmap = read(&source).roadmap;
        assert_eq!(roadmap.stages().count(), 2, "{heading}");
        let is_open = |phase: &Item| matches!(phase.kind, Kind::Phase { open_ended: true, .. });
        assert!(roadmap.phases().any(is_open), "{heading}");
    }
    for heading in ["Ongoing costs", "Continuing education credits", "Untilled fields"] {
        let source = format!("# Choir\n## Week 1: Breathe\n- [ ] Hum\n## {heading}\n- Rent\n");
        assert_eq!(read(&source).roadmap.stages().count(), 1, "{heading}");
    }
}
