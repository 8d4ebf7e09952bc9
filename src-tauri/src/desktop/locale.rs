//! What the person's locale says about weeks and clocks.

use crate::ports::Locale;
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

/// Regions that write 1:00 pm and not 13:00, of the same file's `timeData`, `preferred="h"`.
const HOURS_12: &[&str] = &[
    "AE", "AG", "AL", "AS", "AU", "BB", "BD", "BH", "BM", "BN", "BS", "BT", "CA", "CO", "CY", "DJ", "DM",
    "DO", "DZ", "EG", "EH", "ER", "ET", "FJ", "FM", "GD", "GH", "GM", "GR", "GU", "GY", "HK", "HN", "IN",
    "IQ", "JM", "JO", "KH", "KI", "KN", "KP", "KR", "KW", "KY", "LB", "LC", "LR", "LS", "LY", "MH", "MO",
    "MP", "MR", "MW", "MY", "NA", "NZ", "OM", "PA", "PG", "PH", "PK", "PR", "PS", "PW", "QA", "SA", "SB",
    "SD", "SG", "SL", "SO", "SS", "SV", "SY", "SZ", "TC", "TD", "TN", "TO", "TT", "TW", "UM", "US", "VC",
    "VE", "VG", "VI", "VU", "WS", "YE", "ZM",
];

/// How dates and times are written where the person lives, as far as the system says.
pub(crate) fn habits() -> Locale {
    // What a Unix system has for dates may differ from the language of its texts.
    let of_dates =
        ["LC_ALL", "LC_TIME"].into_iter().find_map(|name| env::var(name).ok().filter(|it| !it.is_empty()));
    of_dates.or_else(sys_locale::get_locale).map_or(of_region(None), |locale| of(&locale))
}

/// The habits of a locale such as `en-US`, `pt_BR.UTF-8` or `zh-Hant-TW`.
fn of(locale: &str) -> Locale {
    let name = locale.split(['.', '@']).next().unwrap_or(locale);
    // The language comes first and is no region; what follows a lone letter is an extension.
    let mut parts = name.split(['-', '_']).skip(1).take_while(|part| part.len() > 1);
    of_region(parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase).as_deref())
}

fn of_region(region: Option<&str>) -> Locale {
    let week_start = match region {
        Some(region) if SUNDAY.contains(&region) => Weekday::Sun,
        Some(region) if SATURDAY.contains(&region) => Weekday::Sat,
        Some("MV") => Weekday::Fri,
        _ => Weekday::Mon,
    };
    Locale { week_start, hours_24: region.is_none_or(|region| !HOURS_12.contains(&region)) }
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
            assert_eq!(of(locale).week_start, day, "{locale}");
        }
    }

    #[test]
    fn the_clock_has_12_or_24_hours_as_the_region_writes_them() {
        for (locale, hours_24) in
            [("en-US", false), ("en_GB.UTF-8", true), ("hi_IN", false), ("de-DE", true), ("C.UTF-8", true)]
        {
            assert_eq!(of(locale).hours_24, hours_24, "{locale}");
        }
    }

    #[test]
    fn without_a_region_it_starts_on_monday() {
        for locale in ["", "C", "C.UTF-8", "POSIX", "en", "sr-Latn", "in"] {
            assert_eq!(of(locale).week_start, Weekday::Mon, "{locale}");
        }
    }
}
