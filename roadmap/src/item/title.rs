//! What a part of the way is called.

use super::{Item, Kind, NumberRange};

impl Item {
    /// Its words, a phase's and a stage's with the months or weeks it names: "Week 3: Breath".
    pub fn title(&self) -> String {
        self.kind.title(&self.text)
    }
}

impl Kind {
    /// The words of an item of that kind as its [title](Item::title).
    pub fn title(&self, text: &str) -> String {
        let (one, many, range) = match self {
            Self::Phase { months: Some(months), .. } => ("Month", "Months", *months),
            Self::Stage { weeks: Some(weeks), .. } => ("Week", "Weeks", *weeks),
            _ => return text.to_owned(),
        };
        // A heading that has no other words is named by its numbers already.
        if text.split_whitespace().next().is_some_and(|word| word == one || word == many) {
            return text.to_owned();
        }
        let number = match range {
            NumberRange { from, to } if from == to => format!("{one} {from}"),
            NumberRange { from, to } => format!("{many} {from}-{to}"),
        };
        if text.is_empty() { number } else { format!("{number}: {text}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(from: u32, to: u32) -> Kind {
        Kind::Stage { weeks: Some(NumberRange { from, to }), days: None }
    }

    #[test]
    fn a_title_says_weeks_and_months_once() {
        assert_eq!(week(3, 3).title("Breath"), "Week 3: Breath");
        assert_eq!(week(3, 4).title("Breath"), "Weeks 3-4: Breath");
        assert_eq!(week(3, 3).title("Week 3"), "Week 3");
        assert_eq!(week(3, 3).title(""), "Week 3");
        let months = Some(NumberRange { from: 1, to: 2 });
        assert_eq!(Kind::Phase { months, open_ended: false }.title("Voices"), "Months 1-2: Voices");
        assert_eq!(Kind::Goal.title("Sing in tune"), "Sing in tune");
    }
}
