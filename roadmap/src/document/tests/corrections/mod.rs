//! What a person sets right: read in its place, remembered for other states of the document, and nothing
//! lost on the way.

mod hours;
mod lines;
mod offered;
mod parts;
mod properties;
mod remembered;

use super::nothing_lost::assert_nothing_lost;
use super::{drawn_roadmap, read};
use crate::document::{Correction, Import, Taken, import_corrected, readings};
use crate::item::Item;

fn say(line: &str, taken: Taken) -> Correction {
    Correction { line: line.to_owned(), nth: 0, under: None, before: None, taken }
}

fn corrected(source: &str, corrections: &[Correction]) -> Import {
    let import = import_corrected(source.as_bytes(), "plan.md", corrections).expect("readable");
    assert_nothing_lost(&import, source);
    import
}

fn drawn(source: &str, corrections: &[Correction]) -> String {
    drawn_roadmap(&corrected(source, corrections).roadmap)
}

fn named<'a>(import: &'a Import, text: &str) -> &'a Item {
    import.roadmap.walk().find(|item| item.text == text).unwrap_or_else(|| panic!("no item {text}"))
}

fn readings_of(source: &str, text: &str) -> Vec<Taken> {
    let import = read(source);
    readings(&import.roadmap, source, named(&import, text).id)
}

const CHOIR: &str = "# Choir\n## Month 1: Breath\n### Week 1: Ribs\n**Practice (3 hours):**\n- Hum\n\n**Songs**\n- Canon\n### Warm-up\n- [ ] Sigh\n\n**Checkpoint:**\n- It is warm\n## Notes\n### Tempo\n- Slow\n";
