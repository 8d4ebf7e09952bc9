//! What an item says after a merge, field by field.

use super::aspects::said;
use super::difference::Aspect;
use crate::item::{Item, Kind};

/// What an item says.
pub(super) struct Fields {
    pub(super) kind: Kind,
    pub(super) text: String,
    pub(super) note: Option<String>,
    /// What both sides changed, each in another way; the person's is kept.
    pub(super) clashes: Vec<Aspect>,
}

impl Fields {
    /// What the document says, as it is.
    pub(super) fn of(item: &Item) -> Self {
        let Item { kind, text, note, .. } = item;
        Self { kind: kind.clone(), text: text.clone(), note: note.clone(), clashes: Vec::new() }
    }

    /// What only one side changed is as that side has it; what both changed is the person's.
    pub(super) fn merged(base: &Item, ours: &Item, theirs: &Item) -> Self {
        let mut clashes = Vec::new();
        let kind = kinds(&base.kind, &ours.kind, &theirs.kind, &mut clashes);
        let mut three = Three { clashes: &mut clashes };
        let text = three.way(Aspect::Words, &base.text, &ours.text, &theirs.text);
        let note = three.way(Aspect::Note, &base.note, &ours.note, &theirs.note);
        Self { kind, text, note, clashes }
    }
}

struct Three<'a> {
    clashes: &'a mut Vec<Aspect>,
}

impl Three<'_> {
    fn way<T: Clone + PartialEq>(&mut self, aspect: Aspect, base: &T, ours: &T, theirs: &T) -> T {
        if ours == base {
            return theirs.clone();
        }
        if theirs != base && theirs != ours {
            self.clashes.push(aspect);
        }
        ours.clone()
    }
}

fn kinds(base: &Kind, ours: &Kind, theirs: &Kind, clashes: &mut Vec<Aspect>) -> Kind {
    if ours == base {
        return theirs.clone();
    }
    if theirs == base || theirs == ours {
        return ours.clone();
    }
    let mut three = Three { clashes };
    match (base, ours, theirs) {
        (
            Kind::Activity { category: base, budget: base_budget },
            Kind::Activity { category: ours, budget: our_budget },
            Kind::Activity { category: theirs, budget: their_budget },
        ) => Kind::Activity {
            category: three.way(Aspect::Category, base, ours, theirs),
            budget: three.way(Aspect::Hours, base_budget, our_budget, their_budget),
        },
        (
            Kind::Stage { weeks: base, days: base_days },
            Kind::Stage { weeks: ours, days: our_days },
            Kind::Stage { weeks: theirs, days: their_days },
        ) => Kind::Stage {
            weeks: three.way(Aspect::Weeks, base, ours, theirs),
            days: three.way(Aspect::Length, base_days, our_days, their_days),
        },
        (
            Kind::Phase { months: base, open_ended: base_end },
            Kind::Phase { months: ours, open_ended: our_end },
            Kind::Phase { months: theirs, open_ended: their_end },
        ) => Kind::Phase {
            months: three.way(Aspect::Months, base, ours, theirs),
            open_ended: three.way(Aspect::Length, base_end, our_end, their_end),
        },
        (
            Kind::Option { label: base, suits: base_suits },
            Kind::Option { label: ours, suits: our_suits },
            Kind::Option { label: theirs, suits: their_suits },
        ) => Kind::Option {
            label: three.way(Aspect::Label, base, ours, theirs),
            suits: three.way(Aspect::Suits, base_suits, our_suits, their_suits),
        },
        (
            Kind::Template { stated_minutes: base, tempo: base_tempo },
            Kind::Template { stated_minutes: ours, tempo: our_tempo },
            Kind::Template { stated_minutes: theirs, tempo: their_tempo },
        ) => Kind::Template {
            stated_minutes: three.way(Aspect::Hours, base, ours, theirs),
            tempo: three.way(Aspect::Tempo, base_tempo, our_tempo, their_tempo),
        },
        (
            Kind::Account { price: base, paid: base_paid },
            Kind::Account { price: ours, paid: our_paid },
            Kind::Account { price: theirs, paid: their_paid },
        ) => Kind::Account {
            price: three.way(Aspect::Price, base, ours, theirs),
            paid: three.way(Aspect::Price, base_paid, our_paid, their_paid),
        },
        _ => {
            let alike = std::mem::discriminant(ours) == std::mem::discriminant(theirs);
            let only = said(ours).first().map(|(aspect, _)| *aspect);
            three.clashes.push(only.filter(|_| alike).unwrap_or(Aspect::Kind));
            ours.clone()
        }
    }
}
