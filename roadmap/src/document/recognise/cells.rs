//! What the cells of tables say beside words of their own: nothing, or that a row adds up those above it.

/// What stands in a cell that says nothing.
const NOTHING: [&str; 7] = ["", "-", "–", "—", "?", "n/a", "…"];

/// What a row is called that adds up those above it.
const SUMS: [&str; 14] = [
    "total",
    "sum",
    "overall",
    "altogether",
    "all",
    "gesamt",
    "insgesamt",
    "summe",
    "suma",
    "somme",
    "totale",
    "totaal",
    "итого",
    "всего",
];

/// True for a cell that says nothing.
pub(super) fn is_nothing(cell: &str) -> bool {
    NOTHING.iter().any(|nothing| nothing.eq_ignore_ascii_case(cell.trim()))
}

/// True for the name of a row that adds up those above it: "Total:".
pub(super) fn is_sum(name: &str) -> bool {
    let name = name.trim().trim_end_matches(':').trim_end();
    SUMS.iter().any(|sum| {
        sum.eq_ignore_ascii_case(name) || sum.chars().eq(name.chars().flat_map(char::to_lowercase))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_alone_say_nothing_and_sums_are_called_so() {
        for cell in ["", " – ", "N/A", "?", "…"] {
            assert!(is_nothing(cell), "{cell:?}");
        }
        for name in ["Total", "TOTAL:", "Overall", "all", "Gesamt", "Итого:"] {
            assert!(is_sum(name) && !is_nothing(name), "{name:?}");
        }
        for name in ["0", "-1", "Total recall", "All keys", "Summer"] {
            assert!(!is_sum(name) && !is_nothing(name), "{name:?}");
        }
    }
}
