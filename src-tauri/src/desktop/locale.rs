//! What the person's locale says about weeks.

use chrono::Weekday;
use std::env;

/// Regions whose calendars begin on Sunday, of Unicode CLDR's `supplementalData.xml`, `weekData/firstDay`.
const SUNDAY: &[&str] = &[
    "AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT", "GU", "HK", "HN",
    "ID", "IL", "IN", "JM", "JP", "KE", "KH", "KR", "LA", "MH", "MM", "MO", "MT", "MX", "MZ", "NI", "NP",
    "PA", "PE", "PH", "PK", "PR", "PT", "PY", "SA", "SG", "SV", "TH", "TT", "TW", "UM", "US", "VE", "VI",
    "WS", "YE", "ZA", "ZW",
];

/// Regions whose calendars begin on Saturday, of the same table; all others but the Maldives begin on Monday.
const SATURDAY: &[&str] =
    &["AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY"];

/// The day a week starts on where the person lives, as far as the system says.
pub(crate) fn week_start() -> Weekday {
    // What a Unix system has for dates may differ from the language of its texts.
    let of_dates =
        ["LC_ALL", "LC_TIME"].into_iter().find_map(|name| env::var(name).ok().filter(|it| !it.is_empty()));
    of_dates.or_else(sys_locale::get_locale).map_or(Weekday::Mon, |locale| week_start_of(&locale))
}

/// The day a week starts on in a locale such as `en-US`, `pt_BR.UTF-8` or `zh-Hant-TW`.
fn week_start_of(locale: &str) -> Weekday {
    let name = locale.split(['.', '@']).next().unwrap_or(locale);
    // The language comes first and is no region; what follows a lone letter is an extension.
    let mut parts = name.split(['-', '_']).skip(1).take_while(|part| part.len() > 1);
    let region = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
    match region.as_deref() {
        Some(region) if SUNDAY.contains(&region) => Weekday::Sun,
        Some(region) if SATURDAY.contains(&region) => Weekday::Sat,
        Some("MV") => Weekday::Fri,
        _ => Weekday::Mon,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_starts_as_the_region_has_it_whatever_the_language() {
        for (locale, day) in [
            ("en-US", Weekday::Sun),
            ("en_GB.UTF-8", Weekday::Mon),
            ("de_US", Weekday::Sun),
            ("zh-Hant-TW", Weekday::Sun),
            ("ar-EG", Weekday::Sat),
            ("dv-MV", Weekday::Fri),
            ("ca_ES.UTF-8@valencia", Weekday::Mon),
        ] {
            assert_eq!(week_start_of(locale), day, "{locale}");
        }
    }

    #[test]
    fn without_a_region_it_starts_on_monday() {
        for locale in ["", "C", "C.UTF-8", "POSIX", "en", "sr-Latn", "in"] {
            assert_eq!(week_start_of(locale), Weekday::Mon, "{locale}");
        }
    }
}
