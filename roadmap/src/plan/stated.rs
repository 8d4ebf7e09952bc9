//! The start that a document states itself.

use crate::Roadmap;
use crate::document::first_day_at;
use chrono::NaiveDate;

/// The first day of the first stage, where the document gives it with its year: "2027-01-04 – 2027-01-17: Read".
pub fn stated_start(roadmap: &Roadmap) -> Option<NaiveDate> {
    first_day_at(roadmap.stages().next()?.note.as_deref()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import;

    fn of(source: &str) -> Option<String> {
        let roadmap = import(source.as_bytes(), "plan.md").expect("a document that can be read").roadmap;
        stated_start(&roadmap).map(|day| day.to_string())
    }

    #[test]
    fn the_first_stage_states_the_start_with_its_year() {
        for first in [
            "## 2027-01-04 – 2027-01-17: Read",
            "## 2027-01-04: Read",
            "## Jan 4 – Jan 17, 2027: Read",
            "## Week 1 (4.–17.01.2027): Read",
        ] {
            let source = format!("# Thesis\n{first}\n- [ ] Papers\n## 2027-02-01: Write\n- [ ] Pages\n");
            assert_eq!(of(&source).as_deref(), Some("2027-01-04"), "{source}");
        }
    }

    #[test]
    fn no_other_date_is_a_start() {
        for first in ["## Jan 4 – Jan 17: Read", "## Week 1: Read", "## January 2027"] {
            let source = format!(
                "# Thesis\nFrom 2027-01-01.\n{first}\n- [ ] Papers\n## 2027-02-01 – 2027-02-14: Write\n- [ ] Pages\n"
            );
            assert_eq!(of(&source), None, "{source}");
        }
    }
}
