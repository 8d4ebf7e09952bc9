//! The category of an activity or block, from its words.

use super::phrases::Terms;
use crate::Category;

/// Terms that say plainly what an hour is for; the first line that fits decides.
const PLAIN: [(Category, &[&str]); 4] = [
    (
        Category::InterviewPrep,
        &[
            "interview*",
            "mock*",
            "rehears*",
            "system design",
            "coding problem*",
            "puzzle*",
            "behavioral",
            "behavioural",
        ],
    ),
    (Category::JobSearch, &["job*", "appl*", "resume*", "résumé*", "cv", "recruiter*", "cover letter*"]),
    (Category::Networking, &["networking", "communit*", "meetup*", "coffee chat*"]),
    (
        Category::Writing,
        &["writing", "blog*", "article*", "documentation", "case stud*", "newsletter*", "essay*"],
    ),
];

/// Terms that many kinds of work share; the one that comes first decides.
const SHARED: [(Category, &[&str]); 3] = [
    (Category::Review, &["review*", "reflect*", "retrospective*", "recap*", "plan", "planning"]),
    (
        Category::HandsOn,
        &[
            "hands",
            "project*",
            "build*",
            "coding",
            "code",
            "deep work",
            "practi*",
            "exercise*",
            "lab*",
            "implement*",
            "develop*",
            "contribut*",
            "drill*",
            "workshop*",
            "open source",
        ],
    ),
    (
        Category::Study,
        &[
            "study",
            "studying",
            "studies",
            "read*",
            "learn*",
            "course*",
            "lecture*",
            "theory",
            "topic*",
            "chapter*",
            "book*",
            "paper*",
            "notebook*",
            "material*",
            "catch up",
            "watch*",
            "concept*",
            "video*",
        ],
    ),
];

/// How many lines are asked what they are for.
const MOST_VOTES: usize = 64;

/// Terms for time off.
const REST: [&str; 11] =
    ["lunch", "dinner", "breakfast", "supper", "break*", "rest", "meal*", "nap", "sleep", "walk", "day off"];

/// What the words are for, if they say. Of several things the first counts ("study + mock
/// interviews"), but time off gives way to anything else ("rest or light review").
pub(super) fn of(text: &str) -> Option<Category> {
    let mut rests = false;
    for part in parts(text) {
        let words = Terms::of(part);
        if let Some(category) = of_words(&words) {
            return Some(category);
        }
        rests |= words.hold_any(&REST);
    }
    rests.then_some(Category::Rest)
}

/// All that the words are for, each once, in the order in which they name it; time off is left out.
pub(crate) fn named(text: &str) -> Vec<Category> {
    let mut found = Vec::new();
    for category in parts(text).filter_map(|part| of_words(&Terms::of(part))) {
        if !found.contains(&category) {
            found.push(category);
        }
    }
    found
}

/// The category that a text's brackets name beside other things: "(5 hours, interview prep)".
pub(super) fn stated(text: &str) -> Option<Category> {
    let (_, inside) = text.rsplit_once('(')?;
    let (inside, _) = inside.split_once(')')?;
    inside.contains(',').then_some(())?;
    inside.split(',').find_map(|part| Category::named(&part.trim().to_lowercase().replace(' ', "-")))
}

/// What most of the first lines are for. Where several categories have as many, study goes first, since
/// any stage has work for it; otherwise the one named first.
pub(super) fn of_most<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Category> {
    let mut votes: Vec<(Category, usize)> = Vec::new();
    for category in lines.take(MOST_VOTES).filter_map(of) {
        match votes.iter_mut().find(|(known, _)| *known == category) {
            Some((_, count)) => *count += 1,
            None => votes.push((category, 1)),
        }
    }
    let most = votes.iter().map(|(_, count)| *count).max()?;
    let mut best = votes.into_iter().filter(|(_, count)| *count == most).map(|(category, _)| category);
    let first = best.next()?;
    Some(best.find(|category| *category == Category::Study).unwrap_or(first))
}

fn of_words(words: &Terms) -> Option<Category> {
    let plain = PLAIN.iter().find(|(_, phrases)| words.hold_any(phrases));
    if let Some((category, _)) = plain {
        return Some(*category);
    }
    SHARED
        .iter()
        .filter_map(|(category, phrases)| {
            phrases.iter().filter_map(|phrase| words.find(phrase)).min().map(|at| (at, *category))
        })
        .min_by_key(|(at, _)| *at)
        .map(|(_, category)| category)
}

/// The things that a line names, in order.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '/', '+', ';', '&', '('])
        .flat_map(|part| part.split(" or "))
        .flat_map(|part| part.split(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_for_the_first_thing_it_names() {
        for (text, category) in [
            ("Study + mock interviews", Category::Study),
            ("Networking / job applications", Category::Networking),
            ("Blog writing or site updates", Category::Writing),
            ("Mock interviews or open source", Category::InterviewPrep),
            ("Deep work (service code)", Category::HandsOn),
            ("Yesterday's review + tea", Category::Review),
            ("Catch up on shaky topics", Category::Study),
            ("Review 10 interview questions", Category::InterviewPrep),
            ("Lunch + stroll", Category::Rest),
            ("Job Application Strategy", Category::JobSearch),
            ("Hands-On Project", Category::HandsOn),
            ("Reading (novels)", Category::Study),
        ] {
            assert_eq!(of(text), Some(category), "{text}");
        }
        assert_eq!(of("Violin"), None);
    }

    #[test]
    fn rest_gives_way_to_what_is_named_beside_it() {
        assert_eq!(of("Rest day or light review"), Some(Category::Review));
        assert_eq!(of("Day off"), Some(Category::Rest));
    }

    #[test]
    fn most_lines_decide_and_study_breaks_a_tie() {
        let of_most = |lines: &[&str]| of_most(lines.iter().copied());
        assert_eq!(of_most(&["Study gaps", "Polish the resume", "Apply"]), Some(Category::JobSearch));
        assert_eq!(of_most(&["Interview prep", "Study chapters", "Applications"]), Some(Category::Study));
        assert_eq!(of_most(&["Violin"]), None);
    }
}
