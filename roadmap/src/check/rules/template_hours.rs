//! A week's heading claims other hours than its blocks hold.

use super::hours::{Week, total, weeks};
use super::said::{hours, hours_between, sentence};
use super::{Change, Claim, Finding, Rule, Survey, claim};

/// So many minutes more or less are rounding: half an hour, or a twentieth of what is stated.
fn tolerance(stated: u32) -> u32 {
    (stated / 20).max(30)
}

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    weeks(survey).iter().filter_map(finding).collect()
}

fn finding(week: &Week<'_>) -> Option<Finding> {
    let stated = week.stated?;
    let held = week.minutes();
    let most = total(week.work().map(|block| block.most()));
    let slack = tolerance(stated);
    if held.saturating_sub(slack) <= stated && stated <= most.saturating_add(slack) {
        return None;
    }
    let light = week.light();
    let least_light = total(light.iter().map(|block| block.minutes()));
    let most_light = total(light.iter().map(|block| block.most()));
    let aside = if light.is_empty() {
        String::new()
    } else {
        format!(", {} of light review aside", hours_between(least_light, most_light))
    };
    let says = format!(
        "The {} is headed {}, but its blocks hold {}{aside}.",
        week.name(),
        hours(stated),
        hours(held)
    );
    let mut claims = vec![claim(week.item, format!("{}, {} a week", week.name(), hours(stated)))];
    claims.extend(by_days(week));
    let change = Change::SetStated { template: week.item.id, minutes: held };
    Some(
        Finding::new(Rule::TemplateHours, &week.item.text, says, claims)
            .or(format!("Make it {}", hours(held)), change),
    )
}

/// One claim for each set of days, on its first block.
fn by_days(week: &Week<'_>) -> Vec<Claim> {
    let mut claims: Vec<(Claim, &[chrono::Weekday], u32)> = Vec::new();
    let light = week.light();
    for block in week.work().filter(|block| !light.iter().any(|other| other.item.id == block.item.id)) {
        match claims.iter_mut().find(|(_, days, _)| *days == block.rule.days.as_slice()) {
            Some((_, _, minutes)) => *minutes = minutes.saturating_add(block.minutes()),
            None => claims.push((claim(block.item, ""), &block.rule.days, block.minutes())),
        }
    }
    let said = |(claim, days, minutes): (Claim, &[chrono::Weekday], u32)| {
        let names: Vec<String> = days.iter().map(ToString::to_string).collect();
        let names = match names.as_slice() {
            [first, .., last] if names.len() > 2 => format!("{first}-{last}"),
            _ => names.join(", "),
        };
        Claim { says: sentence(&format!("{names}: {}", hours(minutes))), ..claim }
    };
    claims.into_iter().map(said).collect()
}
