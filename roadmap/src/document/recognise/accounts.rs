//! Accounts to open: "Kahoot (quizzes)", "Audible ($15/month) - listening".

use super::links::item_saying;
use super::phrases::{at_brackets, at_dash};
use crate::document::outline::Node;
use crate::item::{Item, Kind};

/// The signs and codes of money.
const MONEY: [&str; 9] = ["$", "€", "£", "¥", "₹", "USD", "EUR", "GBP", "CHF"];

/// Reads a line as an account.
pub(super) fn read(node: &Node, paid: bool) -> Item {
    let (name, remark) = at_dash(node.text());
    let (bare, inside) = at_brackets(name);
    let price = inside.filter(|inside| MONEY.iter().any(|sign| inside.contains(sign)));
    let note = remark.or(inside.filter(|_| price.is_none()));
    let kind = Kind::Account { price: price.map(str::to_owned), paid };
    Item { note: note.map(str::to_owned), ..item_saying(kind, bare, node) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline;

    fn account(line: &str) -> (String, Option<String>, Option<String>) {
        let item = read(&outline::read(line)[0], false);
        let Kind::Account { price, .. } = item.kind else { panic!("no account") };
        (item.text, price, item.note)
    }

    #[test]
    fn name_price_and_use_are_told_apart() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            account("- [ ] Audible ($15/month) - listening"),
            ("Audible".into(), some("$15/month"), some("listening"))
        );
        assert_eq!(account("- [ ] Anki (cards)"), ("Anki".into(), None, some("cards")));
        assert_eq!(
            account("- Tandem subscription - talk"),
            ("Tandem subscription".into(), None, some("talk"))
        );
    }
}
