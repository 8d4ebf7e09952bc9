//! Accounts to open: "Kahoot (quizzes)", "Audible ($15/month) - listening", "Coursera – 49 €", and the
//! rows of a table with a column of prices below a heading about accounts.

use super::cells::{is_nothing, is_sum};
use super::links::item_saying;
use super::phrases::{Terms, at_brackets, at_dash};
use crate::document::outline::Node;
use crate::item::{About, Item, Kind};

/// The signs and codes of money.
const MONEY: [&str; 10] = ["$", "€", "£", "¥", "₹", "US$", "USD", "EUR", "GBP", "CHF"];

/// What stands before an amount that is not exact.
const ABOUT: [&str; 4] = ["~", "≈", "from ", "about "];

/// How often a price is due, and for how many.
const TERMS: [&str; 25] = [
    "month", "months", "mo", "monthly", "year", "yr", "yearly", "annually", "quarter", "week", "weekly",
    "day", "hour", "hr", "h", "hourly", "lesson", "class", "session", "visit", "course", "once", "user",
    "seat", "person",
];

/// How many words a rate has at most: "from 15 USD per month and seat". A line may have very many more.
const LONGEST_RATE: usize = 8;

/// Terms of a head that holds what something costs.
const PRICES: [&str; 4] = ["price*", "cost*", "fee*", "charge*"];

/// Reads a line as an account. One that names what it costs is paid, wherever it is listed.
pub(super) fn read(node: &Node, paid: bool) -> Item {
    let (name, remark) = at_mark(node.text());
    let (bare, inside) = at_brackets(name);
    let in_brackets = inside.filter(|inside| MONEY.iter().any(|sign| inside.contains(sign)));
    let (price, remark) = match remark.and_then(priced) {
        Some((price, rest)) if in_brackets.is_none() => (Some(price), rest),
        _ => (in_brackets, remark),
    };
    let (bare, price) = match at_rate(bare).filter(|_| price.is_none()) {
        Some((name, rate)) => (name, Some(rate)),
        None => (bare, price),
    };
    let note = remark.or(inside.filter(|_| in_brackets.is_none()));
    let kind =
        Kind::Account { price: price.map(str::to_owned), paid: paid || price.is_some_and(costs_something) };
    Item { note: note.map(str::to_owned), ..item_saying(kind, bare, node) }
}

/// Makes accounts of the rows of tables with a column of prices, below headings about accounts.
pub(super) fn settle(items: &mut [Item]) {
    let mut left: Vec<(&mut Item, bool)> = items.iter_mut().map(|item| (item, false)).collect();
    while let Some((item, within)) = left.pop() {
        let within = match item.kind {
            Kind::Section { about: About::Other } => within,
            Kind::Section { about } => about == About::Accounts,
            _ => false,
        };
        let heads: Vec<&str> = if within { item.text.split('|').collect() } else { Vec::new() };
        let prices = heads.iter().position(|head| Terms::of(head).hold_any(&PRICES));
        if let (Some(prices), count @ 2..) = (prices, heads.len()) {
            item.children.iter_mut().for_each(|row| settle_row(row, count, prices));
        }
        left.extend(item.children.iter_mut().map(|child| (child, within)));
    }
}

/// Makes an account of a row with so many cells, one of them a price.
fn settle_row(row: &mut Item, count: usize, prices: usize) {
    let cells: Vec<&str> = row.text.split('|').map(str::trim).collect();
    // A bar in the words of a link makes cells of them that are none.
    if cells.len() != count || !matches!(row.kind, Kind::Entry | Kind::Step { .. }) {
        return;
    }
    let price = cells.get(prices).copied().filter(|cell| !is_nothing(cell));
    let others = cells.iter().enumerate().filter(|(at, cell)| *at != prices && !is_nothing(cell));
    let mut others = others.map(|(_, cell)| *cell);
    let Some(name) = others.next().filter(|name| !is_sum(name)) else { return };
    let note = others.collect::<Vec<_>>().join(" – ");
    row.kind = Kind::Account { price: price.map(str::to_owned), paid: price.is_some_and(costs_something) };
    (row.text, row.note) = (name.to_owned(), Some(note).filter(|note| !note.is_empty()));
}

/// A name, and what stands behind a dash, or behind a colon or comma where that is a price.
fn at_mark(text: &str) -> (&str, Option<&str>) {
    let at_colon = || text.split_once(": ").filter(|(_, behind)| priced(behind).is_some());
    let at_comma = || text.rsplit_once(", ").filter(|(_, behind)| is_price(behind));
    match at_dash(text) {
        (name, Some(remark)) => (name, Some(remark)),
        (name, None) => {
            let marked = at_colon().or_else(at_comma);
            marked.map_or((name, None), |(name, price)| (name, Some(price.trim())))
        }
    }
}

/// A name and the rate right behind it: "Tide tables 15 USD/month". Only a stroke tells a rate from
/// money that a sentence is about.
fn at_rate(text: &str) -> Option<(&str, &str)> {
    let is_rate = |(_, behind): &(&str, &str)| behind.contains('/') && is_price(behind);
    let spaces: Vec<usize> = text.rmatch_indices(' ').map(|(at, _)| at).take(LONGEST_RATE).collect();
    let parted = spaces.into_iter().rev().map(|at| text.split_at(at));
    parted
        .map(|(name, behind)| (name.trim(), behind.trim()))
        .find(|found| !found.0.is_empty() && is_rate(found))
}

/// The price that a remark is, begins with or ends with, and the rest of it.
fn priced(remark: &str) -> Option<(&str, Option<&str>)> {
    let whole = (remark, None);
    let first = remark.split_once(", ").map_or(whole, |(head, tail)| (head, Some(tail)));
    let last = remark.rsplit_once(", ").map_or(whole, |(head, tail)| (head, Some(tail)));
    [whole, at_brackets(remark), at_dash(remark), first, last].into_iter().find_map(|(head, tail)| {
        if is_price(head) {
            return Some((head, tail));
        }
        tail.filter(|tail| is_price(tail)).map(|price| (price, Some(head)))
    })
}

/// True for an amount of money and nothing else but how often it is due: "49 €", "$4/month", "£10 a year".
fn is_price(text: &str) -> bool {
    let text = ABOUT.iter().find_map(|about| text.strip_prefix(about)).unwrap_or(text);
    let sign = |text: &str| MONEY.iter().filter(|sign| text.starts_with(**sign)).map(|sign| sign.len()).max();
    let before = sign(text).unwrap_or_default();
    let amount = text.get(before..).unwrap_or_default().trim_start();
    let rest = amount.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–'));
    let behind = sign(rest.trim_start());
    let due = rest.trim_start().get(behind.unwrap_or_default()..).unwrap_or_default();
    amount.starts_with(|c: char| c.is_ascii_digit())
        && (before > 0) != behind.is_some()
        && Terms::of(due)
            .iter()
            .all(|word| matches!(word, "per" | "a" | "each" | "every") || TERMS.contains(&word))
}

/// True unless the price is none: "$0", "free, $20 for more".
fn costs_something(price: &str) -> bool {
    !Terms::of(price).hold("free") && price.contains(|c| matches!(c, '1'..='9'))
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

    #[test]
    fn a_price_stands_behind_a_dash_or_colon_too() {
        let read = |line: &str| {
            let item = read(&outline::read(line)[0], false);
            let Kind::Account { price, paid } = item.kind else { panic!("no account") };
            (item.text, price.expect("a price"), paid, item.note)
        };
        let some = |text: &str| Some(text.to_owned());
        for (line, name, price, note) in [
            ("- Skillshare – 49 €", "Skillshare", "49 €", None),
            ("- Strava Plus — $4/month", "Strava Plus", "$4/month", None),
            ("- Babbel: £10", "Babbel", "£10", None),
            ("- Hosting ($20/month)", "Hosting", "$20/month", None),
            (
                "- Print shop (posters) - 12.50 EUR a month",
                "Print shop",
                "12.50 EUR a month",
                some("posters"),
            ),
            ("- Tuner - US$5, once, for the banjo", "Tuner", "US$5", some("once, for the banjo")),
            ("- Choir - scores and parts, €30 per year", "Choir", "€30 per year", some("scores and parts")),
            ("- Choir - scores (~€30)", "Choir", "~€30", some("scores")),
            ("- Kiln – $15/hour", "Kiln", "$15/hour", None),
            ("- Fiddle teacher: $15 per lesson", "Fiddle teacher", "$15 per lesson", None),
            ("- Dance hall - 8 € a session, on Fridays", "Dance hall", "8 € a session", some("on Fridays")),
            ("- Chart plotter – €9.99 a month", "Chart plotter", "€9.99 a month", None),
            ("- Chart plotter, €9.99 a month", "Chart plotter", "€9.99 a month", None),
            ("- Tide tables: 15 USD/month", "Tide tables", "15 USD/month", None),
            ("- Tide tables (15 USD/month)", "Tide tables", "15 USD/month", None),
            ("- Tide tables 15 USD/month", "Tide tables", "15 USD/month", None),
            ("- Sail loft $15/h – cutting table", "Sail loft", "$15/h", some("cutting table")),
        ] {
            assert_eq!(read(line), (name.to_owned(), price.to_owned(), true, note), "{line}");
        }
        assert!(!read("- Forum: $0").2);
        assert!(!read("- Forum (free, $5 for a badge)").2);
    }

    #[test]
    fn a_rate_is_looked_for_at_the_end_of_a_long_line() {
        let line = format!("{} 15 USD/month", "either/or ".repeat(200_000).trim_end());
        let (name, price) = at_rate(&line).expect("a rate");
        assert_eq!((name.len(), price), (1_999_999, "15 USD/month"));
    }

    #[test]
    fn money_that_an_account_is_about_is_no_price() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(account("- Ledger – $100 of tea"), ("Ledger".into(), None, some("$100 of tea")));
        assert_eq!(account("- Till – takes 2 € a sale"), ("Till".into(), None, some("takes 2 € a sale")));
        assert_eq!(account("- Log - 30 a day"), ("Log".into(), None, some("30 a day")));
        assert_eq!(account("- Note: the $ key"), ("Note: the $ key".into(), None, None));
        for line in [
            "Put aside $20 a month",
            "Kiln, $100 of clay",
            "Kiln: $15/kg",
            "Moorings, 12/15 free",
            "Tickets worth €20",
            "$15/hour",
        ] {
            assert_eq!(account(&format!("- {line}")), (line.into(), None, None), "{line}");
        }
    }
}
